import { isCollection, isMap, isSeq, parseDocument } from 'yaml';
import { Refusal } from '../command.ts';
import { refuseUnreadable } from './change.ts';

/** Adds an item to a file that is a list, and leaves what stands there as it is. */
export function appendItem(path: string, text: string, item: string): string {
  const { contents, errors } = parseDocument(text);
  if (errors.length > 0) throw refuseUnreadable(path);
  if (contents === null) return withLineEnd(text) + item;
  if (!isSeq(contents)) throw new Refusal(notAList(path));
  const start = contents.range?.[0] ?? 0;
  if (contents.items.length === 0) {
    const rest = text.slice(start).replace(/^.*\n?/, '');
    return sameLineEnds(text, text.slice(0, start) + item + rest);
  }
  if (contents.flow) throw new Refusal(notAList(path));
  return sameLineEnds(text, `${withLineEnd(text)}\n${indented(item, indentAt(text, start))}`);
}

/** Adds an item to the end of the list `field` of a file that is a record. */
export function appendToField(
  path: string,
  text: string,
  field: string,
  item: (indent: string) => string,
): string {
  const { contents, errors } = parseDocument(text);
  if (errors.length > 0 || !isMap(contents)) throw refuseUnreadable(path);
  const list = contents.get(field, true);
  const range = list?.range;
  if (!isCollection(list) || list.flow || !range) throw new Refusal(notAList(path, field));
  const last = text.slice(0, range[1]).trimEnd().length;
  const lineEnd = text.indexOf('\n', last);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  const added = withLineEnd(text.slice(0, end)) + item(indentAt(text, range[0]));
  return sameLineEnds(text, added + text.slice(end));
}

const notAList = (path: string, field = '内容') =>
  `${path} 的${field}不是一条一行、以“- ”开头的列表，加不进去。请先改成列表。`;

const withLineEnd = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
const indentAt = (text: string, offset: number) =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
const indented = (item: string, indent: string) => item.replace(/^(?=.)/gm, indent);
/** A file from Windows keeps its line ends. */
const sameLineEnds = (text: string, changed: string) =>
  text.includes('\r\n') ? changed.replace(/\r?\n/g, '\r\n') : changed;
