import { knownIds } from '../entry.ts';
import { attributeOf, elements } from '../mdast.ts';
import type { Place } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';

/** Sectors that lessons and posts name are there. */
export const sectorsAreKnown: Rule = ({ lessons, sectors, posts }, report) => {
  const known = knownIds(sectors);
  if (!known) return;
  const check = (sector: string, place: Place) => {
    if (known.includes(sector)) return;
    report('unknown-sector', place, { sector, nearest: nearest(sector, known), known });
  };
  for (const { data, placeOf } of posts ?? []) if (data) check(data.sector, placeOf('sector'));
  for (const { body } of lessons) {
    if (!body) continue;
    for (const element of elements(body.root)) {
      const sector = element.name === 'Sector' ? attributeOf(element, 'id') : undefined;
      if (sector) check(sector, body.placeOf(element));
    }
  }
};
