import { mayBeUnread } from '../authored-course.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';

/** Posts and points of the source list lessons that are there; a draft joins once published. */
export const listedLessonsAreThere: Rule = (course, report) => {
  const { modules, lessons, posts = [], coverage = [] } = course;
  const drafts = new Set(
    modules.filter(({ entry }) => entry?.data?.status === 'draft').map(({ folder }) => folder),
  );
  const paths = lessons.flatMap(({ path }) => path ?? []);
  for (const { subject, data, placeOf } of [...posts, ...coverage]) {
    data?.lessons.forEach((lesson, index) => {
      const place = placeOf('lessons', index);
      if (mayBeUnread(course, lesson)) return;
      if (!paths.includes(lesson)) {
        report('unknown-lesson', place, { subject, lesson, nearest: nearest(lesson, paths) });
      } else if (drafts.has(lesson.split('/')[0] ?? '')) {
        report('lesson-in-draft', place, { subject, lesson });
      }
    });
  }
};
