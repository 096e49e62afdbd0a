/** By the number in front, as people count: `9-open` before `10-close`, with or without zeros. */
export const byFolder = new Intl.Collator('en', { numeric: true }).compare;
