/** The sentences of a paragraph, each with its full stop and the quote that closes after it. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^。！？]+[。！？]*[”’）》]*|[。！？]+[”’）》]*/g) ?? [];
}
