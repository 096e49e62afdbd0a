import { pageLearner, scopeOf } from './learners.ts';

/** What a tab remembers of its learner until it is closed; nothing where storage is refused. */
export const readSession = (key: string): string => readSessionOf(pageLearner().id, key);

/** The same, of another learner who was in this tab. */
export function readSessionOf(learner: string, key: string): string {
  try {
    return sessionStorage.getItem(`${scopeOf(learner)}:${key}`) ?? '';
  } catch {
    return '';
  }
}

export function writeSession(key: string, value: string): void {
  try {
    sessionStorage.setItem(`${scopeOf(pageLearner().id)}:${key}`, value);
  } catch {
    // Then it is asked again.
  }
}
