import type { AnswerEvent, RecordEvent } from '../record/event.ts';
import type { QuestionKey } from './question.ts';
import { adoptSelections, openSitting, outcomes, reconcile, type Sitting } from './sitting.ts';

/** What a learner finds when a practice quiz is opened. */
export interface Practice {
  sitting: Sitting;
  /** The answers that are shown with their verdicts, by question id. */
  answers: Map<string, AnswerEvent>;
  /** Questions that were answered, and that a change of policy has reopened since. */
  reopened: ReadonlySet<string>;
  /** Every question has its answer, and no sitting is open: how it went is shown first. */
  finished: boolean;
}

/** What a record holds of a practice quiz. */
export interface PracticeHistory {
  events: readonly RecordEvent[];
  /** The sitting that was left open here. */
  stored: Sitting | undefined;
  /** Sittings of every place: a question may have moved here from one of them. */
  sittings: readonly Sitting[];
}

/**
 * Takes up the sitting that was left open; without one, opens one of the questions that have no
 * answer that counts; where all have one, shows those.
 *
 * @param place Id of the sitting: `<module>/<lesson>`, with `#<question>` for one in the prose.
 * @param attempt Random id of an attempt that begins now.
 */
export function openPractice(
  place: string,
  attempt: string,
  keys: readonly QuestionKey[],
  { events, stored, sittings }: PracticeHistory,
): Practice {
  const { latest, reopened } = latestAnswers(keys, events);
  if (stored) {
    const sitting = adoptSelections(reconcile(stored, keys), sittings, stored.questions);
    const answers = outcomes(sitting, events, new Map(keys.map((key) => [key.id, key])));
    return { sitting, answers, reopened, finished: false };
  }
  const open = keys.filter(({ id }) => !latest.has(id));
  if (open.length === 0) {
    return {
      sitting: openSitting(place, attempt, keys),
      answers: latest,
      reopened,
      finished: true,
    };
  }
  // What was answered and still counts is not asked again: one question may be new or reopened.
  const fresh = openSitting(place, attempt, open, open.length < keys.length);
  return {
    sitting: adoptSelections(fresh, sittings),
    answers: new Map(),
    reopened,
    finished: false,
  };
}

/** The latest answer to each question, if it still counts, and the questions whose does not. */
function latestAnswers(keys: readonly QuestionKey[], events: readonly RecordEvent[]) {
  const credited = new Map(keys.map((key) => [key.id, key.credited]));
  const latest = new Map<string, AnswerEvent>();
  const reopened = new Set<string>();
  for (const event of events) {
    if (event.type !== 'answer') continue;
    const revisions = credited.get(event.question);
    if (!revisions) continue;
    latest.delete(event.question);
    reopened.delete(event.question);
    if (revisions.includes(event.revision)) latest.set(event.question, event);
    else reopened.add(event.question);
  }
  return { latest, reopened };
}
