import { slotsIn } from '../../../core/local/written.ts';
import { type Entry, knownIds } from '../entry.ts';
import { nameField } from '../field-name.ts';
import type { LessonBody } from '../lesson-body.ts';
import { isElement, walk } from '../mdast.ts';
import type { Place, ReportProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';
import { texts } from '../texts.ts';
import type { Path } from '../yaml-source.ts';

/** Slots 〔id〕 are known, and stand only where the page fills them in. */
export const slotsAreKnown: Rule = ({ modules, lessons, posts, slots }, report) => {
  const known = knownIds(slots);
  for (const { entry, body, questions, phrases } of lessons) {
    if (body) checkBody(body, known, report);
    for (const each of [entry, ...(questions ?? []), ...(phrases ?? [])]) {
      if (each) checkEntry(each, known, report);
    }
  }
  for (const entry of [...modules.map((module) => module.entry), ...(posts ?? [])]) {
    if (entry) checkEntry(entry, known, report);
  }
};

/** Fields of questions and phrases that the page fills in. */
const isFilled = (path: Path) => ['calm', 'then', 'reason'].includes(String(path.at(-1)));

function checkBody(
  body: LessonBody,
  known: readonly string[] | undefined,
  report: ReportProblem,
): void {
  for (const node of walk(body.root)) {
    if (node.type === 'text') {
      checkText(node.value, (needle) => body.placeOfText(node, needle), known, report);
    } else if (node.type === 'inlineCode' || node.type === 'code' || node.type === 'image') {
      const where = node.type === 'image' ? '图片的说明' : '代码';
      for (const slot of slotsIn((node.type === 'image' ? node.alt : node.value) ?? '')) {
        report('slot-not-allowed', body.placeOfText(node, `〔${slot}〕`), { where, slot });
      }
    } else if (isElement(node)) {
      for (const attribute of node.attributes) {
        if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
        const where = `<${node.name}> 的属性 ${attribute.name} `;
        for (const slot of slotsIn(attribute.value)) {
          report('slot-not-allowed', body.placeOfText(node, `〔${slot}〕`), { where, slot });
        }
      }
    }
  }
}

function checkEntry(
  { subject, data, placeOf }: Entry<unknown>,
  known: readonly string[] | undefined,
  report: ReportProblem,
): void {
  for (const { text, path } of texts(data)) {
    const place = placeOf(...path);
    if (isFilled(path)) checkText(text, () => place, known, report);
    else {
      const name = nameField(subject, path, data);
      const where = `${name.subject}的 ${name.field} `;
      for (const slot of slotsIn(text)) report('slot-not-allowed', place, { where, slot });
    }
  }
}

function checkText(
  text: string,
  placeOf: (needle: string) => Place,
  known: readonly string[] | undefined,
  report: ReportProblem,
): void {
  const unmatched = text.replace(/〔([^〔〕]*)〕/g, (written, slot: string) => {
    // A document's number, 国办发〔2016〕 says its year.
    if (/^\d{4}$/.test(slot)) return '';
    if (known && !known.includes(slot)) {
      report('unknown-slot', placeOf(written), { slot, nearest: nearest(slot, known), known });
    }
    return '';
  });
  const [bracket] = unmatched.match(/[〔〕]/) ?? [];
  if (bracket) report('slot-not-closed', placeOf(bracket));
}
