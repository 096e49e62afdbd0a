import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import type { Place, PlaceAt, ReportProblem } from './problem.ts';
import { reportYamlError } from './yaml-errors.ts';
import { reportSurprises } from './yaml-surprises.ts';

export type Path = readonly (string | number)[];

/** YAML that was read: its value, and where each part of it stands. */
export interface YamlSource {
  value: unknown;
  /** What an author typed for the text or number at `path`, such as `1.0` for a 1. */
  typedAt(path: Path): string | undefined;
  /** Where the value at `path` stands; where it is missing, the nearest thing around it. */
  placeOf(path: Path): Place;
  /** Where the name of the field at `path` stands. */
  placeOfName(path: Path): Place;
}

/**
 * Reads a YAML file, or reports why it can't be read. Frontmatter is parsed a second time by Astro,
 * with a parser that makes a date of what looks like one; there such a text needs quotes.
 */
export function readYaml(
  file: string,
  text: string,
  report: ReportProblem,
  { frontmatter = false } = {},
): YamlSource | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    customTags: frontmatter ? ['timestamp'] : null,
  });
  const placeAt: PlaceAt = (offset) => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col };
  };
  const [error] = document.errors;
  if (error) {
    reportYamlError(error, document, text, placeAt, report);
    return;
  }
  if (reportSurprises(document, text, placeAt, report)) return;
  return { value: document.toJS(), ...locator(document, placeAt) };
}

function locator(document: Document.Parsed, placeAt: PlaceAt) {
  const nodeAt = (path: Path): Node | null | undefined => {
    if (path.length === 0) return document.contents;
    const node = isCollection(document.contents) && document.contents.getIn(path, true);
    return isNode(node) ? node : undefined;
  };
  const placeOf = (path: Path): Place => {
    const range = nodeAt(path)?.range;
    if (range) return placeAt(range[0]);
    return path.length === 0 ? placeAt(0) : placeOf(path.slice(0, -1));
  };
  const placeOfName = (path: Path): Place => {
    const parent = nodeAt(path.slice(0, -1));
    const pair = isMap<ParsedNode>(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1))
      : undefined;
    return pair?.key.range ? placeAt(pair.key.range[0]) : placeOf(path);
  };
  const typedAt = (path: Path): string | undefined => {
    const node = nodeAt(path);
    return isScalar(node) ? node.source : undefined;
  };
  return { typedAt, placeOf, placeOfName };
}
