import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';

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

/** A release names lessons of its module; one that has been retired since was changed all the same. */
export const releasesNameLessons: Rule = ({ modules, retired }, report) => {
  const gone = retired.flatMap(({ id }) => id?.replace('lesson:', '') ?? []);
  for (const { entry, lessons } of modules) {
    const paths = lessons.flatMap(({ path }) => path ?? []);
    // A lesson whose file cannot be read was reported, and may be any.
    if (!entry?.data || paths.length < lessons.length) continue;
    entry.data.changelog.forEach(({ version, lessons: changed = [] }, release) => {
      changed.forEach((lesson, index) => {
        if (paths.includes(lesson) || gone.includes(lesson)) return;
        const place = entry.placeOf('changelog', release, 'lessons', index);
        const subject = `更新记录 ${version} `;
        report('unknown-lesson', place, { subject, lesson, nearest: nearest(lesson, paths) });
      });
    });
  }
};
