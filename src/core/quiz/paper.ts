import type { Difficulty, QuestionKind } from './question.ts';
import { shuffle } from './shuffle.ts';
import type { DrawnQuestion } from './sitting.ts';

/**
 * What a module's test asks, but not how: the questions stand in the pages of their lessons, so that
 * an edit of one changes one page.
 */
export interface TestData {
  id: string;
  /** Percent. */
  passMark: number;
  /** Ids of the objectives that are red lines. */
  redLines: readonly string[];
  lessons: readonly { id: string; questions: readonly AskedQuestion[] }[];
}

interface AskedQuestion {
  id: string;
  kind: QuestionKind;
  objective: string;
  difficulty: Difficulty;
}

/** A question of the bank, as far as drawing a paper needs to know it. */
export interface BankQuestion extends AskedQuestion, DrawnQuestion {
  redLine: boolean;
}

/**
 * The bank of a test: what it asks, at the revisions that its lessons have now. A question that they
 * do not have is left out: pages of two builds may meet while a site is being deployed to.
 */
export function bankOf(
  { lessons, redLines }: TestData,
  revisionOf: (id: string) => string | undefined,
): BankQuestion[] {
  return lessons.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const revision = revisionOf(question.id);
      const redLine = redLines.includes(question.objective);
      return revision === undefined ? [] : [{ ...question, revision, redLine }];
    }),
  );
}

/** Questions of a paper, unless the blueprint asks for more. */
const SIZE = 20;

/** Questions drawn for each objective, and for one that is a red line. */
const PER_OBJECTIVE = 1;
const PER_RED_LINE = 2;

/**
 * 组卷: draws a paper from a module's bank. Each objective has its share, red lines a larger one;
 * the rest is drawn from what is left. Easy and hard questions come in the bank's own proportion, so
 * that one paper is about as hard as the next. 改写 is left out, since a learner judges it alone. The
 * same bank and seed give the same paper, but a paper is kept as what was drawn, never drawn again.
 */
export function drawPaper(bank: readonly BankQuestion[], seed: string): DrawnQuestion[] {
  const pool = shuffle(
    bank.filter(({ kind }) => kind !== 'rewrite'),
    seed,
  );
  const drawn = new Set<BankQuestion>();
  const draw = (from: readonly BankQuestion[]) => {
    const question = wantedMost(from, pool, drawn);
    if (question) drawn.add(question);
  };
  for (const objective of new Set(pool.map((question) => question.objective))) {
    const share = pool.filter((question) => question.objective === objective);
    const wanted = share[0]?.redLine ? PER_RED_LINE : PER_OBJECTIVE;
    for (let count = 0; count < wanted; count += 1) draw(share);
  }
  while (drawn.size < Math.min(SIZE, pool.length)) draw(pool);
  return shuffle([...drawn], `${seed}/order`).map(({ id, revision }) => ({ id, revision }));
}

/** Of what is not drawn yet, the first question of the difficulty that the paper lacks most. */
function wantedMost(
  from: readonly BankQuestion[],
  pool: readonly BankQuestion[],
  drawn: ReadonlySet<BankQuestion>,
): BankQuestion | undefined {
  /** How many of a difficulty a paper of this size is short of. */
  const lack = (difficulty: Difficulty) => {
    const count = (questions: Iterable<BankQuestion>) =>
      [...questions].filter((question) => question.difficulty === difficulty).length;
    return (count(pool) / pool.length) * (drawn.size + 1) - count(drawn);
  };
  const left = from.filter((question) => !drawn.has(question));
  const most = Math.max(...left.map(({ difficulty }) => lack(difficulty)));
  return left.find(({ difficulty }) => lack(difficulty) === most);
}
