import type { Rule } from '../authoring/rule.ts';
import { wordingsOfLesson } from './wording.ts';

/** An acronym is a foreign word until its lesson says what it stands for. */
export const acronymsAreExplained: Rule = ({ lessons }, report) => {
  for (const lesson of lessons) {
    const wordings = [...wordingsOfLesson(lesson)];
    const whole = wordings.map(({ text }) => text).join('\n');
    const seen = new Set<string>();
    for (const { text, quoted, placeOf } of wordings) {
      if (quoted) continue;
      for (const acronym of acronymsIn(text)) {
        if (seen.has(acronym)) continue;
        seen.add(acronym);
        if (!isExplained(acronym, whole)) {
          report('unexplained-acronym', placeOf(acronym), { acronym });
        }
      }
    }
  }
};

/** Latin words of everyday Chinese. */
const everyday = ['APP', 'ATM', 'CT', 'PDF', 'PPT', 'VIP'];
/** The number of a standard: GB/T 36112-2018. */
const standard = /[A-Z]{2,}\d*(?:\/T)? ?\d[\d.-]*/g;

/** Words of two or more capitals. */
export function acronymsIn(text: string): string[] {
  const words = text.replace(standard, '').match(/(?<![A-Za-z])[A-Z]{2,}(?![A-Za-z])/g) ?? [];
  return words.filter((word) => !everyday.includes(word));
}

/** Whether the text says what it is: 中文（XX）, XX（中文）, XX是…, XX岗：…. */
export function isExplained(acronym: string, text: string): boolean {
  const after = '（[^）]*\\p{Script=Han}|，?(?:就?是(?!不是)|即|指)|\\p{Script=Han}：';
  return new RegExp(`（${acronym}）|(?<![A-Za-z])${acronym}(?:${after})`, 'u').test(text);
}
