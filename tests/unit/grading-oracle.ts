/**
 * What counts as right, told a second time, from what authors and learners are promised and without
 * a line of the site's own code: a table of every way to say a number instead of a reader of
 * numbers, sets and sentences instead of loops over marks. It imports nothing.
 */

export type AskedQuestion =
  | { kind: 'single' | 'multiple' | 'judge'; options: readonly AskedOption[] }
  | { kind: 'order'; steps: readonly { id: string }[] }
  | { kind: 'match'; rows: readonly { id: string; choice: string }[] }
  | {
      kind: 'fill';
      blanks: readonly { accept: readonly string[] }[];
      common: readonly { answer: readonly string[] }[];
    }
  | { kind: 'number'; accept: { min: number; max: number }; near: readonly AskedMiss[] }
  | { kind: 'rewrite'; checklist: readonly string[] };

interface AskedOption {
  id: string;
  correct: boolean;
}

interface AskedMiss {
  value?: number | undefined;
  below?: number | undefined;
  above?: number | undefined;
}

export interface Judgement {
  /** Whether the answer can be submitted. */
  answered: boolean;
  correct: boolean;
  /** Part and mark, sorted by part. */
  marks: readonly (readonly [part: string, mark: string])[];
}

/** Judges an answer; the parts are named as the page names them. */
export function judge(question: AskedQuestion, answer: readonly string[]): Judgement {
  const { marks, ...rest } = judgeKind(question, answer);
  return { ...rest, marks: [...marks].sort(([a], [b]) => (a < b ? -1 : 1)) };
}

function judgeKind(question: AskedQuestion, answer: readonly string[]): Judgement {
  switch (question.kind) {
    case 'order':
      return judgePlaces(
        answer,
        question.steps.map(({ id }) => [id, id]),
        answer.length === question.steps.length,
      );
    case 'match': {
      const pairs = question.rows.map(({ id, choice }) => [id, choice] as const);
      return judgePlaces(answer, pairs, answer.length === pairs.length && !answer.includes(''));
    }
    case 'fill':
      return judgeWords(question, answer);
    case 'number':
      return judgeNumber(question, answer[0] ?? '');
    case 'rewrite': {
      const ticks = new Set(answer.slice(1));
      const points = question.checklist.map((_, point) => String(point));
      return {
        answered: (answer[0] ?? '').trim().length > 0,
        correct: points.every((point) => ticks.has(point)),
        marks: points.map((point) => [`check-${point}`, ticks.has(point) ? 'right' : 'missed']),
      };
    }
    default:
      return judgeChoice(question, answer);
  }
}

/** Exactly the right options, and no other. */
function judgeChoice(
  { kind, options }: Extract<AskedQuestion, { kind: 'single' | 'multiple' | 'judge' }>,
  answer: readonly string[],
): Judgement {
  const wanted = new Set(options.flatMap(({ id, correct }) => (correct ? id : [])));
  const chosen = new Set(answer);
  const touched = new Set([...wanted, ...chosen]);
  return {
    answered: kind === 'multiple' ? answer.length > 0 : answer.length === 1,
    correct: wanted.size === chosen.size && chosen.size === touched.size,
    marks: [...touched].map((id) => {
      if (!chosen.has(id)) return [id, 'missed'];
      return [id, wanted.has(id) ? 'right' : 'wrong'];
    }),
  };
}

/** In each place what belongs there, and nothing after the last. */
function judgePlaces(
  answer: readonly string[],
  places: readonly (readonly [part: string, wanted: string])[],
  answered: boolean,
): Judgement {
  const given = [...answer];
  const marks = places.map(([part, wanted]): [string, string] => [
    part,
    given.shift() === wanted ? 'right' : 'wrong',
  ]);
  const correct = given.length === 0 && marks.every(([, mark]) => mark === 'right');
  return { answered, correct, marks };
}

function judgeWords(
  { blanks, common }: Extract<AskedQuestion, { kind: 'fill' }>,
  answer: readonly string[],
): Judgement {
  const heard = answer.map(hear);
  const whole = answer.length === blanks.length;
  const correct =
    whole && blanks.every(({ accept }, at) => accept.map(hear).includes(heard[at] as string));
  const known = common.findIndex((mistake) =>
    mistake.answer.every((word, at) => hear(word) === (heard[at] ?? '')),
  );
  return {
    answered: whole && answer.every((word) => word.trim().length > 0),
    correct,
    marks: judgeKnown(correct, 'common', known),
  };
}

function judgeNumber(
  { accept, near }: Extract<AskedQuestion, { kind: 'number' }>,
  text: string,
): Judgement {
  const value = numberIn(text);
  if (value === undefined)
    return { answered: false, correct: false, marks: [['answer', 'missed']] };
  const correct = accept.min <= value && value <= accept.max;
  const known = near.findIndex(
    (miss) =>
      miss.value === value ||
      (miss.below !== undefined && miss.below > value) ||
      (miss.above !== undefined && miss.above < value),
  );
  return { answered: true, correct, marks: judgeKnown(correct, 'near', known) };
}

/** A known mistake is only one where the answer is not right. */
function judgeKnown(correct: boolean, name: string, known: number): [string, string][] {
  if (correct) return [['answer', 'right']];
  const missed: [string, string] = ['answer', 'missed'];
  return known < 0 ? [missed] : [missed, [`${name}-${known}`, 'wrong']];
}

/** The one number that a text names, if it names one and no more. */
function numberIn(text: string): number | undefined {
  const plain = narrow(text);
  if (plain.includes('半')) return undefined;
  const runs = runsOf(plain, '0123456789.,-');
  const inDigits = runs.filter((run) => /\d/.test(run));
  const said = runsOf(plain, NUMERALS);
  if (inDigits.length > 1) return undefined;
  const [digits] = inDigits;
  if (digits !== undefined) {
    const [before = '', after = ''] = plain.split(digits);
    const large = [...'十百千万亿'];
    // 5万 goes on in words, 一万2 began in them.
    if (large.some((unit) => before.endsWith(unit) || after.startsWith(unit))) return undefined;
    // 一小时20分 is two numbers.
    const measures = UNITS.flatMap((unit) => [unit, `个${unit}`]);
    if (said.some((run) => measures.some((unit) => plain.includes(run + unit)))) return undefined;
    return readDigits(digits);
  }
  return said.length === 1 ? sayings().get(said[0] as string) : undefined;
}

function readDigits(run: string): number | undefined {
  // Commas that stand around a number belong to its sentence.
  const number = run.replace(/^,+|,+$/g, '');
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(number);
  const value = Number(grouped ? number.split(',').join('') : number);
  return Number.isNaN(value) ? undefined : value;
}

/** A word as it sounds: however wide, whatever stands around it, its numbers in digits. 5十 is left alone. */
function hear(word: string): string {
  const letters = [...narrow(word)].filter((letter, at, all) => {
    const between = /\d/.test(all[at - 1] ?? '') && /\d/.test(all[at + 1] ?? '');
    return between && (letter === '.' || letter === ':') ? true : !SILENT.includes(letter);
  });
  const plain = letters.join('').toLowerCase().split('.').join('点').split(':').join('点');
  const numerals = new RegExp(`(?<!\\d|[${NUMERALS}])[${NUMERALS}]+(?!\\d|[${NUMERALS}])`, 'g');
  const heard = plain.replace(numerals, inDigits);
  return /^\d+$/.test(heard) ? heard.replace(/^0+(?=\d)/, '') : heard;
}

/** 二〇二六 digit by digit, 零 and all; any other number as a whole. */
function inDigits(run: string): string {
  const digits = [...run.replaceAll('〇', '零').replaceAll('两', '二')].map((each) =>
    DIGITS.indexOf(each),
  );
  if (digits.every((digit) => digit >= 0)) return digits.join('');
  return String(sayings().get(run) ?? run);
}

const UNITS = ['小时', '钟头', '刻', '分', '天', '元', '块', '角', '毛'];
const SILENT = ' \t\n\u3000，。、；：！？“”‘’,.;:!?"\'';
const DIGITS = '零一二三四五六七八九';
const NUMERALS = '零〇一二两三四五六七八九十百千万亿';

/** Full-width letters, digits and signs as half-width ones. */
const narrow = (text: string): string =>
  [...text]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (code === 0x3000) return ' ';
      return code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : letter;
    })
    .join('');

/** The longest pieces of a text that consist of these letters alone. */
function runsOf(text: string, letters: string): string[] {
  const marked = [...text].map((letter) => (letters.includes(letter) ? letter : ' ')).join('');
  return marked.split(' ').filter((run) => run !== '');
}

let table: ReadonlyMap<string, number> | undefined;

/** Every way to say a number below twenty thousand, and the number. */
function sayings(): ReadonlyMap<string, number> {
  table ??= new Map(
    Array.from({ length: 20_000 }, (_, value) =>
      waysToSay(value).map((said) => [said, value] as const),
    ).flat(),
  );
  return table;
}

/** 115: 一百一十五, 一百十五, 一一五; 150 also 一百五; 202 also 两百零二, 二百〇二, 二〇二. */
export function waysToSay(value: number): string[] {
  const full = inFull(value);
  const digits = [...String(value)].map((digit) => DIGITS[Number(digit)]).join('');
  const ways = [full, full.replaceAll('一十', '十'), unsaid(full, value), digits];
  const doubled = ways.flatMap((way) => [way, way.replace(/二(?=[百千万])|^二$/g, '两')]);
  return [...new Set(doubled.flatMap((way) => [way, way.replaceAll('零', '〇')]))];
}

function inFull(value: number): string {
  if (value === 0) return '零';
  let said = '';
  let gap = false;
  for (const [unit, name] of [
    [10_000, '万'],
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) gap = said !== '';
    else {
      said += `${gap ? '零' : ''}${DIGITS[digit]}${name}`;
      gap = false;
    }
  }
  return said;
}

/** 一百五: the last unit is left away where it is the next below the one before. */
function unsaid(full: string, value: number): string {
  const zeros = String(value).length - String(value).replace(/0+$/, '').length;
  const beforeLast = Math.floor(value / 10 ** (zeros + 1)) % 10;
  return zeros > 0 && zeros < String(value).length - 1 && beforeLast > 0 ? full.slice(0, -1) : full;
}
