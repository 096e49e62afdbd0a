/** What sort of text a reference is; the groups of 依据与出处, in their order. */
export const referenceKinds = [
  '法律法规',
  '规章文件',
  '标准',
  '地方做法',
  '研究方法',
  '其他',
] as const;

/** One law, standard or study that the course cites. */
export interface Reference {
  id: string;
  /** Its full name with its year or number. */
  title: string;
  kind: (typeof referenceKinds)[number];
  /** What it says, in our own words. */
  says: string;
  /** 读 its text was read, 知 common knowledge, 疑 still to be verified and never a key. */
  grade: '读' | '知' | '疑';
  /** ISO date of the text that was read, where that is known. */
  asOf?: string | undefined;
}

/** Part of a 出处: words, or the id of a reference. */
export interface CitationPart {
  text: string;
  isReference: boolean;
}

/** A 出处 such as `L14第二十九条；次序是本课做法`, cut where it names a reference. */
export function citationParts(source: string): CitationPart[] {
  // A pattern in brackets stays in the list, at every second place.
  return source
    .split(/([A-Z]\d{2}[a-z]?)/)
    .map((text, index) => ({ text, isReference: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The references that a 出处 names, once each. */
export function citedIn(source: string): string[] {
  const cited = citationParts(source).filter(({ isReference }) => isReference);
  return [...new Set(cited.map(({ text }) => text))];
}

/**
 * The day up to which the course was checked: the oldest text that anything in it rests on.
 * References without a date can't make it younger or older; `undefined` when none has one.
 */
export function checkedUntil(references: readonly Reference[]): string | undefined {
  const [oldest] = references.flatMap(({ asOf }) => asOf ?? []).sort();
  return oldest;
}
