import type { AuthoredModule } from '../authored-course.ts';
import { walk } from '../mdast.ts';
import { placeholder } from '../new/change.ts';
import type { Rule } from '../rule.ts';
import { texts } from '../texts.ts';

/** A published module should not show what was left to be written; a draft is meant to. */
export const publishedTextIsWritten: Rule = ({ modules }, report) => {
  for (const module of modules) {
    if (module.entry?.data?.status !== 'published') continue;
    for (const { data, placeOf } of entriesOf(module)) {
      for (const { text, path } of texts(data)) {
        if (text.includes(placeholder)) report('placeholder-left', placeOf(...path), { text });
      }
    }
    for (const { body } of module.lessons) {
      if (!body) continue;
      for (const node of walk(body.root)) {
        if (node.type !== 'text' || !node.value.includes(placeholder)) continue;
        report('placeholder-left', body.placeOfText(node, placeholder), { text: node.value });
      }
    }
  }
};

const entriesOf = ({ entry, lessons }: AuthoredModule) => [
  ...(entry ? [entry] : []),
  ...lessons.flatMap(({ entry, questions = [], phrases = [] }) => [
    ...(entry ? [entry] : []),
    ...questions,
    ...phrases,
  ]),
];
