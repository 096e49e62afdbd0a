import type { Place, ReportProblem } from './problem.ts';
import { componentNamed, isHtml } from './vocabulary.ts';

/** Says in an author's words why the MDX parser stopped; the text where it stopped decides. */
export function reportMdxError(
  error: unknown,
  file: string,
  text: string,
  report: ReportProblem,
): void {
  const said = error instanceof Error ? error.message : String(error);
  const [, line, column] = said.match(/^(\d+):(\d+):/) ?? [];
  const place = { file, line: Number(line ?? 1), column: Number(column ?? 1) };
  const lines = text.split('\n');
  const here = (lines[place.line - 1] ?? '').slice(place.column - 1);
  const [, address] = here.match(/^<((?:https?:|mailto:)[^<>\s]+|[\w.-]+@[\w.-]+)>/i) ?? [];
  const [, slash, tag] = here.match(/^<(\/?)([A-Za-z][\w.]*)/) ?? [];

  if (said.includes('expression')) report('expression', braceBefore(place, lines));
  else if (here.startsWith('<!--')) report('html-comment', place);
  else if (address) {
    const url = address.replace(/^(?=[^:]*@)/, 'mailto:');
    report('bare-address', place, { address, url });
  } else if (tag === undefined) report('stray-angle-bracket', place);
  else if (isHtml(tag) && /^<\/?[\w.]+[\s/>]/.test(here)) report('raw-html', place, { tag });
  else if (said.includes('`paragraph`')) {
    if (componentNamed(tag)?.holds === 'text') report('unclosed-link', place);
    else report('component-in-text', place, { component: `${slash}${tag}` });
  } else if (slash) {
    const [, expected] = said.match(/closing tag for `<([^>`]*)>`/) ?? [];
    report('unexpected-closing-tag', place, { tag, expected });
  } else if (said.includes('Expected a closing tag')) {
    report('unclosed-tag', place, { tag, alone: componentNamed(tag)?.holds === 'none' });
  } else if (/^[^>]*[“”]/.test(here)) report('curly-quotes-in-tag', place, { tag });
  else report('broken-tag', place, { tag });
}

/** The parser stops inside or after an expression; the culprit is the brace that opens it. */
function braceBefore({ file, line, column }: Place, lines: readonly string[]): Place {
  for (let at = line; at > 0; at--) {
    const text = lines[at - 1] ?? '';
    const brace = text.lastIndexOf('{', at === line ? column - 1 : text.length);
    if (brace >= 0) return { file, line: at, column: brace + 1 };
  }
  return { file, line, column };
}
