/** How wide a text looks, in Chinese characters: Latin letters, digits and spaces take half of one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\x20-\x7e]/.test(character) ? 0.5 : 1;
  return width;
}
