import { contentFolder } from '../content-files.ts';
import { topOf } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';

/** Where the files stand that the course is read from. */
const places = [
  {
    folder: /^$/,
    names: ['slots.yaml', 'references.yaml', 'retired.yaml', 'ledger.json', 'coverage.yaml'],
  },
  { folder: /^(sectors|posts)\/$/, names: /^[^/]+\.yaml$/ },
  { folder: /^modules\/[^/]+\/$/, names: ['module.yaml'] },
  { folder: /^modules\/[^/]+\/[^/]+\/$/, names: ['lesson.mdx', 'quiz.yaml', 'phrases.yaml'] },
];

/** A file that an author took for content but nothing reads: `quizz.yaml`, `posts/teller.yml`. */
export const filesAreKnown: Rule = ({ files }, report) => {
  for (const file of files) {
    if (!/\.(ya?ml|mdx?|json|txt)$/i.test(file)) continue;
    const [, folder = '', name = ''] =
      file.slice(contentFolder.length + 1).match(/^(.*\/)?([^/]*)$/) ?? [];
    const names = places.find((place) => place.folder.test(folder))?.names ?? [];
    const known = Array.isArray(names) ? names.includes(name) : names.test(name);
    if (known) continue;
    const near = Array.isArray(names) ? nearest(name, names) : name.replace(/\.[^.]*$/, '.yaml');
    report('unknown-file', topOf(file), { name, nearest: near });
  }
};
