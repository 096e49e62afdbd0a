import { scope, scopeOf } from './learners.ts';

/** What a tab remembers of its learner until it is closed; nothing where storage is refused. */
export const readSession = (key: string): string => readKey(`${scope()}:${key}`);

/** The same, of another learner who was in this tab. */
export const readSessionOf = (learner: string, key: string): string =>
  readKey(`${scopeOf(learner)}:${key}`);

function readKey(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function writeSession(key: string, value: string): void {
  try {
    sessionStorage.setItem(`${scope()}:${key}`, value);
  } catch {
    // Then it is asked again.
  }
}
