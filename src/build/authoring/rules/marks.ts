import type { MdastNode } from 'satteri';
import type { LessonBody } from '../lesson-body.ts';
import { walk } from '../mdast.ts';
import type { ReportProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';

type Text = Extract<MdastNode, { type: 'text' }>;
type Paragraph = Extract<MdastNode, { type: 'paragraph' }>;

/** Marks of Markdown that were typed and not read as such: the page would show them as they stand. */
export const marksAreRead: Rule = ({ lessons }, report) => {
  for (const { body } of lessons) {
    if (!body) continue;
    for (const node of walk(body.root)) {
      if (node.type === 'text') checkText(node, body, report);
      if (node.type === 'paragraph') checkLines(node, body, report);
    }
  }
};

/** Marks inside a line. Escaped ones were meant to be seen. */
function checkText(node: Text, body: LessonBody, report: ReportProblem): void {
  const typed = body.sourceOf(node).replace(/\\[\p{P}\p{S}]/gu, '  ');
  const [bold] = typed.match(/\*\*|＊＊|(?<!_)__(?=[^_]+__(?!_))/) ?? [];
  const [italic] = typed.match(/\*[^*\s][^*\n]*\*|(?<![\w])_[^_\s][^_\n]*_(?!\w)/) ?? [];
  const [link] = typed.match(/!?\[[^[\]\n]*\][(（[]\S{0,12}|!\[/) ?? [];
  const [note] = typed.match(/\[\^[^\]\n]+\]/) ?? [];
  const [, tag] = typed.match(/(＜)\/?[A-Za-z]/) ?? [];
  if (bold) report('bold-not-closed', body.placeOfText(node, bold), { mark: bold });
  else if (italic) report('italic', body.placeOfText(node, italic), { text: italic });
  if (note) report('footnote', body.placeOfText(node, note));
  else if (link) report('link-not-read', body.placeOfText(node, link), { written: link });
  if (tag) report('full-width-mark', body.placeOfText(node, tag), { written: tag, instead: '<' });
}

/** Marks at the beginning of a line, and lines that become one. */
function checkLines(node: Paragraph, body: LessonBody, report: ReportProblem): void {
  const typed = body.sourceOf(node);
  const [fullWidth] = typed.match(/^＃+/) ?? [];
  const [heading] = typed.match(/^(?:#{2,6}[^#\s].*|#(?=\p{sc=Han}).*)/u) ?? [];
  const [, list] = typed.match(/^[ >]*([-+]|\d+\.)(?=[\p{sc=Han}“*])/mu) ?? [];
  const next = /(?<=\n[ \t>]*)[^\s>]/;
  if (fullWidth) {
    const instead = '#'.repeat(fullWidth.length);
    report('full-width-mark', body.placeOf(node), { written: fullWidth, instead });
  } else if (heading) report('heading-without-space', body.placeOf(node), { text: heading });
  else if (list) {
    report(
      'list-without-space',
      body.placeOfText(node, new RegExp(`${list.replace(/[.+]/, '\\$&')}(?=[\\p{sc=Han}“*])`, 'u')),
      { mark: list },
    );
  } else if (/^[ >]*[|｜].*[|｜][ \t]*$/m.test(typed)) {
    report('broken-table', body.placeOfText(node, /[|｜]/), {
      what: '这几行没有成为表格，会原样显示。',
      instead: '表头下面要有一行 | --- | --- |，格数和表头一样；竖线用英文的。',
    });
  } else if (node.children.some((child) => child.type === 'text' && child.value.includes('\n'))) {
    report('line-joined', body.placeOfText(node, next));
  }
}
