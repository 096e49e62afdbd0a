/**
 * What only a script shows of questions: how to submit, what is wrong, the verdict, the way from one
 * to the next. It is built here and not printed in each page, which is downloaded whole with every
 * edit.
 */
import { build } from '../build-element.ts';

/** The parts of one question; in practice, how sure one is, is part of submitting. */
export function frameQuestion(question: HTMLElement, practice: boolean): void {
  // A kept copy of a question has them already.
  if (question.querySelector('[data-part="submit"]')) return;
  const { unanswered = '', submit } = question.dataset;
  const sure = practice && submit === undefined;
  question
    .querySelector('[data-part="answers"]')
    ?.before(
      part('p', 'error', { class: 'error', id: `${question.id}-error`, role: 'alert' }, unanswered),
      part('div', 'unsaved', { class: 'error', role: 'alert' }),
      part(
        'div',
        'submit',
        { class: 'submit' },
        ...(sure ? [button({ type: 'submit', value: 'sure', primary: true }, '有把握，提交')] : []),
        button(
          { type: 'submit', value: 'unsure', primary: !sure },
          sure ? '没把握，提交' : (practice && submit) || '提交',
        ),
        build('span', { class: 'saving', 'data-part': 'saving', role: 'status' }),
      ),
      part(
        'div',
        'verdict',
        { class: 'verdict' },
        build('h3', { tabindex: '-1', 'data-part': 'verdict-word' }, '结果'),
        part('p', 'misconception', {}, '刚才有把握，却没答对：这是误区，值得多看一眼。'),
        build('ul', { class: 'reasons', 'data-part': 'reasons' }),
        build('p', { class: 'saved', 'data-part': 'saved' }),
      ),
    );
}

/** The buttons of one step that is to be put in order. */
export function frameStep(step: Element): void {
  if (step.querySelector('.moves')) return;
  const move = (way: 'up' | 'down', text: string) => {
    const label = `${text}：${step.querySelector('.text')?.textContent}`;
    const attributes = { class: 'button', type: 'button', 'data-move': way, 'aria-label': label };
    return build('button', attributes, text);
  };
  step.append(build('span', { class: 'moves' }, move('up', '上移'), move('down', '下移')));
}

/** What is said where an answer could not be saved, with the way to keep it all the same. */
export const unsavedWords = (): readonly Node[] => [
  build(
    'p',
    {},
    '这个答案没有存上，你的选择还在。先别关页面，腾出点空间再提交一次；要走的话，先存成文件。',
  ),
  button({ action: 'export' }, '存成文件'),
  build('p', { 'data-part': 'exported' }),
];

/** The parts around the questions of a quiz, of one or of several. */
export function frameQuiz(quiz: HTMLElement, single: boolean): void {
  if (quiz.querySelector('[data-part="elsewhere"]')) return;
  quiz
    .querySelector('form')
    ?.before(
      part(
        'p',
        'elsewhere',
        { class: 'elsewhere', role: 'status' },
        '这组题已在另一页打开，在那一页答；那一页关掉，这里会自动接上。',
      ),
      part(
        'p',
        'unopened',
        { class: 'error', role: 'alert' },
        '学习记录没有读成，题先答不了，课照常能读。重新打开这一页再试，答过的都在。',
      ),
    );
  const revisit = quiz.querySelector<HTMLElement>('.revisit');
  if (revisit) frameSummary(revisit);
  quiz.append(
    single
      ? part('p', 'again', { class: 'actions' }, button({ action: 'retry' }, '再答一次'))
      : part(
          'p',
          'steps',
          { class: 'steps' },
          button({ action: 'back' }, '上一题'),
          button({ action: 'next' }, '下一题'),
          button({ action: 'result', primary: true }, '看结果'),
        ),
  );
}

/** How a lesson's questions went, around the list of what to read again. */
function frameSummary(revisit: HTMLElement): void {
  const summary = part(
    'div',
    'summary',
    { class: 'summary' },
    build('h3', { tabindex: '-1', 'data-part': 'score' }, '答完了'),
    part('p', 'all-right', {}, '这一课的题，你这次全答对了。'),
    part('div', 'revisit', {}, build('p', {}, '没答对的，回去看这几段：')),
    build(
      'p',
      { class: 'actions' },
      button({ action: 'retry-wrong', primary: true }, '只做没答对的'),
      button({ action: 'retry' }, '从头再做一遍'),
    ),
  );
  revisit.replaceWith(summary);
  summary.querySelector('[data-part="revisit"]')?.append(revisit);
  revisit.hidden = false;
}

/** Hidden until it is shown by its name. */
function part(
  tag: 'p' | 'div',
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Node | string)[]
): HTMLElement {
  return build(tag, { ...attributes, 'data-part': name, hidden: '' }, ...content);
}

function button(
  { type = 'button', value, action, primary = false }: ButtonKind,
  text: string,
): HTMLButtonElement {
  const className = primary ? 'button primary' : 'button';
  return build('button', { class: className, type, value, 'data-action': action }, text);
}

interface ButtonKind {
  type?: 'button' | 'submit';
  value?: string;
  action?: string;
  primary?: boolean;
}
