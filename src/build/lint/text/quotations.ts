/** The text with what stands between “ ” or ‘ ’ left out; the marks stay. */
export function withoutQuotations(text: string): string {
  return text.replace(/“[^“”]*”/g, '“”').replace(/‘[^‘’]*’/g, '‘’');
}
