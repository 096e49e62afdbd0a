import type { Rule } from '../rule.ts';

/** What is past its date of review is named, and nothing stops for it. */
export const reviewsAreInTime: Rule = ({ modules }, report, today) => {
  for (const { entry, lessons } of modules) {
    const questions = lessons.flatMap((lesson) => lesson.questions ?? []);
    for (const reviewed of [entry, ...questions]) {
      const date = reviewed?.data?.reviewBy;
      if (reviewed && date !== undefined && date < today) {
        report('review-overdue', reviewed.placeOf('reviewBy'), { subject: reviewed.subject, date });
      }
    }
  }
};
