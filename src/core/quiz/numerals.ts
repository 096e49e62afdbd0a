/**
 * Reads a number as people type it at a counter: half-width or full-width digits, Chinese numerals
 * (十五, 二十, 一百零五, 两), with or without a word before or a unit behind (约20分钟). Decimal
 * points and a leading minus count. `undefined` when there is no number, or more than one.
 */
export function parseNumber(text: string): number | undefined {
  // A comma before three digits groups them; any other one stands between two numbers.
  const plain = text.normalize('NFKC').replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  // What goes on in words (5万, 一万2, 1个半小时) is not the number in digits.
  if (/\d[十百千万亿]|[十百千万亿]\d|半/.test(plain)) return undefined;
  const arabic = plain.match(/-?(?:\d+(?:\.\d+)?|\.\d+)/g);
  // 一小时20分 has two numbers, 一共20分 has one.
  if (arabic && WORDED.test(plain)) return undefined;
  if (arabic) return arabic.length === 1 ? Number(arabic[0]) : undefined;
  const chinese = plain.match(/[零〇一二两三四五六七八九十百千万亿]+/g);
  return chinese?.length === 1 ? readChinese(chinese[0] ?? '') : undefined;
}

/** A number in Chinese numerals, with its unit. */
const WORDED = /[零〇一二两三四五六七八九十百千万亿]个?(?:小时|钟头|刻|分|天|元|块|角|毛)/;

/** Whether two words are the same however they were typed, 二十分钟 and ２０分钟 for example. */
export function sameWords(a: string, b: string): boolean {
  return foldWord(a) === foldWord(b);
}

function foldWord(word: string): string {
  const folded = word
    .normalize('NFKC')
    // 1.5 is not 15.
    .replace(/(\d)[.:](?=\d)/g, '$1点')
    .replace(/[\s，。、；：！？“”‘’,.;:!?"']/g, '')
    .toLowerCase()
    .replace(/(\d?)([零〇一二两三四五六七八九十百千万]+)(\d?)/g, (all, before, numerals, after) => {
      if (before || after) return all;
      // Digits in a row keep their zeros: 一点零五 is not 1.5.
      return digitByDigit(numerals) ?? String(readChinese(numerals) ?? numerals);
    });
  return /^\d+$/.test(folded) ? folded.replace(/^0+(?=\d)/, '') : folded;
}

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * Chinese numerals up to 99,999,999; digits in a row (二〇二六) are read one by one, and the last
 * unit may be left unsaid (一万二 is 12,000, 一百五 is 150).
 */
function readChinese(text: string): number | undefined {
  const digits = digitByDigit(text);
  if (digits !== undefined) return Number(digits);
  const numerals = plainNumerals(text);
  const [high = '', low, ...more] = numerals.split('万');
  if (more.length > 0) return undefined;
  if (low === undefined) return readBelowTenThousand(high);
  const [tens, ones] = [
    readBelowTenThousand(high),
    low === '' ? 0 : readBelowTenThousand(low, 1000),
  ];
  return tens === undefined || ones === undefined ? undefined : tens * 10_000 + ones;
}

function digitByDigit(text: string): string | undefined {
  const digits = [...plainNumerals(text)].map((numeral) => DIGITS.indexOf(numeral));
  return digits.includes(-1) ? undefined : digits.join('');
}

const plainNumerals = (text: string): string => text.replace(/〇/g, '零').replace(/两/g, '二');

/** `place` is what a digit at the end counts. */
function readBelowTenThousand(numerals: string, place = 1): number | undefined {
  let sum = 0;
  let digit = 0;
  let last = 10_000;
  for (const numeral of numerals) {
    const unit = UNITS[numeral];
    if (unit === undefined) {
      if (digit !== 0) return undefined;
      digit = DIGITS.indexOf(numeral);
      if (digit < 0) return undefined;
      // 一百零五: after 零 nothing is unsaid.
      if (digit === 0) place = 1;
      continue;
    }
    // 十五 leaves the one before 十 unsaid; no other unit can.
    if (unit >= last || (digit === 0 && unit !== 10)) return undefined;
    sum += (digit || 1) * unit;
    digit = 0;
    last = unit;
    place = unit / 10;
  }
  return numerals === '' ? undefined : sum + digit * place;
}
