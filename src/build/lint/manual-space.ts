import type { Rule } from '../authoring/rule.ts';
import { wordingsOf } from './wording.ts';

/** The page sets the space between Chinese and Latin itself; a typed one is seen twice. */
export const spacesAreLeftToThePage: Rule = (course, report) => {
  for (const { text, placeOf } of wordingsOf(course)) {
    for (const written of manualSpacesIn(text)) {
      report('manual-space', placeOf(written), {
        written,
        instead: written.replace(/[ \u00a0\u3000]/g, ''),
      });
    }
  }
};

/** Every typed space between Chinese and Latin letters or digits, with its two neighbours. */
export function manualSpacesIn(text: string): string[] {
  return (
    text.match(
      /\p{Script=Han}[ \u00a0\u3000]+[A-Za-z0-9]+|[A-Za-z0-9%]+[ \u00a0\u3000]+\p{Script=Han}/gu,
    ) ?? []
  );
}
