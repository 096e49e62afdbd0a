import { practices } from '../../schemas/coverage.ts';
import type { AuthoredLesson } from '../authored-course.ts';
import { countPractices, coverageOf, publishedLessons } from '../coverage.ts';
import type { Rule } from '../rule.ts';

/** Each point of the source is practised in its lessons as it has to be. */
export const pointsArePractised: Rule = (course, report) => {
  const lessons = publishedLessons(course);
  for (const { subject, data, placeOf } of course.coverage ?? []) {
    if (!data) continue;
    const own = lessons.filter(({ path }) => path !== undefined && data.lessons.includes(path));
    // A lesson that is not there or cannot be read was reported for that.
    if (own.length < new Set(data.lessons).size || !own.every(isReadable)) continue;
    const counts = countPractices(own);
    data.practised.forEach((practice, index) => {
      if (counts[practice] > 0) return;
      report('not-practised', placeOf('practised', index), {
        subject,
        practice: practices[practice],
        lessons: data.lessons,
      });
    });
  }
};

/** A published objective has a lesson that teaches it and a question that asks for it. */
export const objectivesAreCovered: Rule = (course, report) => {
  const { objectives } = coverageOf(course);
  for (const { folder, entry, lessons } of course.modules) {
    if (!entry?.data || lessons.length === 0 || !lessons.every(isReadable)) continue;
    entry.data.objectives.forEach(({ id }, index) => {
      const line = objectives.find((line) => line.id === `${folder}/${id}`);
      if (!line) return;
      const missing =
        (line.lessons.length === 0 && '没有课教') || (line.counts.question === 0 && '没有题考');
      if (missing) {
        report('objective-empty', entry.placeOf('objectives', index, 'id'), {
          objective: id,
          missing,
        });
      }
    });
  }
};

/** Whether all of a lesson could be read, so that nothing only seems to be missing. */
function isReadable({ entry, body, questions }: AuthoredLesson): boolean {
  return Boolean(entry?.data && body && questions?.every(({ data }) => data));
}
