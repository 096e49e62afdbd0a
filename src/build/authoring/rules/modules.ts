import type { Rule } from '../rule.ts';

/** A module says which version it is, and a published one has something to learn. */
export const modulesAreWhole: Rule = ({ modules }, report) => {
  for (const { entry, lessons } of modules) {
    if (!entry?.data) continue;
    const { id, version, changelog, status } = entry.data;
    const latest = changelog[0]?.version;
    if (latest !== undefined && latest !== version) {
      report('version-mismatch', entry.placeOf('version'), { version, latest });
    }
    if (status === 'published' && lessons.length === 0) {
      report('module-without-lessons', entry.placeOf('status'), { module: id });
    }
  }
};
