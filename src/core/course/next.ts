/**
 * What to learn after the lesson `current`: the first of `lessons` behind it that is not finished,
 * or else the first that was left out before it. Nothing where all are finished.
 */
export function nextLesson<Lesson extends { path: string }>(
  lessons: readonly Lesson[],
  current: string,
  isFinished: (path: string) => boolean,
): Lesson | undefined {
  const at = lessons.findIndex(({ path }) => path === current);
  const order = [...lessons.slice(at + 1), ...lessons.slice(0, Math.max(at, 0))];
  return order.find(({ path }) => !isFinished(path));
}
