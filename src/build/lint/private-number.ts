import type { Rule } from '../authoring/rule.ts';
import { wordingsOf } from './wording.ts';

/** Nothing that could be someone's identity card, telephone or bank card. */
export const numbersAreNobodys: Rule = (course, report) => {
  for (const { text, placeOf } of wordingsOf(course)) {
    for (const { number, what } of privateNumbersIn(text)) {
      report('private-number', placeOf(number), { number, what });
    }
  }
};

/** Numbers of the kinds that belong to one person, as they are written. */
export function privateNumbersIn(text: string): { number: string; what: string }[] {
  // People write long numbers in groups.
  const numbers = text.match(/(?<!\d)\d(?:[ -]?\d){7,21}[Xx]?(?![\dXx])/g) ?? [];
  return numbers.flatMap((number) => {
    const what = kindOf(number.replace(/[ -]/g, ''));
    return what ? [{ number, what }] : [];
  });
}

function kindOf(digits: string): string | undefined {
  if (/^[1-9]\d{5}(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(digits)) {
    return '身份证号';
  }
  if (/^(86)?1[3-9]\d{9}$/.test(digits)) return '手机号';
  if (/^0\d{2,3}[2-9]\d{6,7}$/.test(digits)) return '电话号码';
  if (/^[3-6]\d{14,18}$/.test(digits) && passesLuhn(digits)) return '银行卡号';
  return;
}

/** The check digit of bank cards (ISO/IEC 7812). */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
