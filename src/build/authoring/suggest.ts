/** The known name that `name` was probably meant to be. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    // What shares no character with it was not meant.
    const alike = distance < Math.max(name.length, candidate.length);
    if (alike && distance <= limit && distance < (best?.distance ?? Infinity)) {
      best = { name: candidate, distance };
    }
  }
  return best?.name;
}

/** How many characters have to be added, dropped, replaced or swapped to make `b` of `a`. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(replaced, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }
  return at(a.length, b.length);
}

/** `Q_Torn note` -> `q-torn-note`; nothing where no id, or only half of one, can be made of it. */
export function suggestId(value: string): string | undefined {
  if (/[^ -~]/.test(value)) return;
  const id = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return id === '' ? undefined : id;
}

/** `2027/1/5` or `2027年1月5日` -> `2027-01-05`; nothing where that is no day. */
export function suggestDate(value: string): string | undefined {
  const [, year, month, day] = value.match(/^\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/) ?? [];
  if (!year || !month || !day) return;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date)
    ? undefined
    : date;
}
