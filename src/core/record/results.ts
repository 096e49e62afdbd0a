import type { AnswerEvent, PaperEvent, RecordEvent } from './event.ts';

/** What of a module decides how its tests went; an `OutlineModule` says it, too. */
export interface TestRules {
  id: string;
  /** Percent. */
  passMark: number;
  /** Ids of the objectives that are red lines. */
  redLines: readonly string[];
  lessons: readonly { questions: readonly { id: string; objective: string }[] }[];
}

/** One finished 模块测验. */
export interface TestResult {
  sitting: string;
  /** When the last question was submitted, milliseconds. */
  at: number;
  right: number;
  total: number;
  /** Of the questions that were right, rounded down. */
  percent: number;
  /** Percent that were needed. */
  passMark: number;
  /** Every red-line item was right. */
  redLinesKept: boolean;
  /** At least the pass mark, and every red-line item right. */
  passed: boolean;
  /** Ids of the questions that were not right. */
  wrong: readonly string[];
}

/** The finished tests of a module, oldest first. A paper with open questions is no result yet. */
export function testResults(module: TestRules, events: readonly RecordEvent[]): TestResult[] {
  const papers = events.filter(
    (event): event is PaperEvent => event.type === 'paper' && event.module === module.id,
  );
  return papers.flatMap((paper) => gradePaper(module, paper, events) ?? []);
}

function gradePaper(
  module: TestRules,
  paper: PaperEvent,
  events: readonly RecordEvent[],
): TestResult | undefined {
  const answers = new Map<string, AnswerEvent>();
  for (const event of events) {
    // The first answer to a question of a paper counts; a paper allows no second one.
    if (event.type !== 'answer' || event.sitting !== paper.sitting) continue;
    if (!answers.has(event.question)) answers.set(event.question, event);
  }
  const ids = paper.questions.map((drawn) => drawn.slice(0, drawn.indexOf('@')));
  const given = ids.flatMap((id) => answers.get(id) ?? []);
  if (given.length < ids.length || ids.length === 0) return undefined;
  const wrong = given.filter(({ correct }) => !correct).map(({ question }) => question);
  const right = ids.length - wrong.length;
  // A paper is judged by the rules under which it was drawn, whatever has been edited since.
  const { passMark = module.passMark, redLines = redLinesOf(module) } = paper;
  const redLinesKept = !wrong.some((id) => redLines.includes(id));
  return {
    sitting: paper.sitting,
    at: Math.max(...given.map(({ at }) => at)),
    right,
    total: ids.length,
    percent: Math.floor((right * 100) / ids.length),
    passMark,
    redLinesKept,
    passed: redLinesKept && right * 100 >= passMark * ids.length,
    wrong,
  };
}

function redLinesOf({ lessons, redLines }: TestRules): string[] {
  const questions = lessons.flatMap((lesson) => lesson.questions);
  return questions.filter((question) => redLines.includes(question.objective)).map(({ id }) => id);
}
