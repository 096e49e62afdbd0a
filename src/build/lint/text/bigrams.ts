/**
 * Every two characters of a text that stand side by side, with nothing but letters between them. A
 * number counts as one character: 17点前 is `17点` and `点前`.
 */
export function bigramsOf(text: string): Set<string> {
  const bigrams = new Set<string>();
  for (const run of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const characters = run.match(/\d+|./gu) ?? [];
    characters.slice(1).forEach((second, index) => {
      bigrams.add(`${characters[index]}${second}`);
    });
  }
  return bigrams;
}
