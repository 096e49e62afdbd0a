import type { Rule } from '../authoring/rule.ts';

/** A stem that asks for the exception is answered wrongly by those who miss one character. */
export const stemsAskForwards: Rule = ({ lessons }, report) => {
  for (const { data, placeOf } of lessons.flatMap(({ questions = [] }) => questions)) {
    const asked = data && exceptionIn(data.stem);
    if (asked) report('negative-stem', placeOf('stem'), { question: data.id, asked });
  }
};

const which = '哪(?:一|几)?(?:项|个|种|样|条|句|件|步|位|些|处)';
const not = '不(?:该|应|能|可|得|对|是|属|包|合|妥|恰|正|需|必|用|宜|准|算|行)';
const exception = new RegExp(
  [
    `${which}[^，。？！]{0,6}(?:${not}|错误|说错)[^，。？！]*`,
    `(?:${not}[^，。？！]{0,3}|错误)的(?:一项|是|有|做法|说法)`,
    '除[^，。？！]{1,20}外[^？！]*哪[^？！]*',
  ].join('|'),
);

/** The words with which a stem asks for what is not so; any other 不 is none of them. */
export function exceptionIn(stem: string): string | undefined {
  // 能不能 asks whether.
  const found = stem.replace(/(.)不\1/g, '$1否$1').match(exception);
  return found ? stem.slice(found.index).slice(0, found[0].length) : undefined;
}
