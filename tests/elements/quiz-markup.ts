/** The HTML of `Quiz.astro` and `Question.astro`; `quiz-markup.test.ts` compares their parts. */
import { presentations } from '../../src/components/lesson/kinds/presentation.ts';
import type { PublishedQuestion } from '../../src/core/course/course.ts';
import { keyOf, reasonsOf } from '../../src/core/quiz/grade.ts';
import { shuffleAnew } from '../../src/core/quiz/shuffle.ts';

/** All questions of a lesson, or with `only` one in its prose. */
export function quizMarkup(
  questions: readonly PublishedQuestion[],
  { only = false, lesson = 'attitude/waiting' } = {},
): string {
  const sitting = only ? `${lesson}#${questions[0]?.id}` : lesson;
  return `<course-quiz class="quiz" data-sitting="${sitting}" data-address="attitude/waiting" data-title="等得住">
    <form method="get" novalidate>
      ${only ? '' : `<p class="position" data-part="position">共${questions.length}题</p>`}
      ${questions.map(questionMarkup).join('')}
    </form>
    ${only ? '' : revisitMarkup(questions)}
    <script type="application/json">${JSON.stringify(questions.map(keyOf))}</script>
  </course-quiz>`;
}

const written = (attribute: string, text: string | undefined) =>
  text === undefined ? '' : `${attribute}="${text}"`;

export function questionMarkup(question: PublishedQuestion): string {
  const { id, kind, stem, source } = question;
  const { title, unanswered, submit, marks, verdict } = presentations[kind];
  const [policy] = question.changes.filter((change) => change.kind === 'policy').slice(-1);
  const ordered = 'ordered' in question && question.ordered ? 'data-ordered' : '';
  return `<div class="question" id="${id}" data-question="${id}" data-kind="${kind}" ${ordered}
    data-unanswered="${unanswered}" ${submit ? `data-submit="${submit}"` : ''}
    ${written('data-mark-right', marks?.right)} ${written('data-mark-wrong', marks?.wrong)} ${written('data-mark-missed', marks?.missed)}
    ${written('data-verdict-right', verdict?.right)} ${written('data-verdict-wrong', verdict?.wrong)} ${written('data-verdict-missed', verdict?.missed)}>
    ${policy ? `<aside class="change" data-part="change" hidden>${policy.was}，${policy.now}</aside>` : ''}
    <fieldset disabled>
      <legend><span class="stem" data-part="stem" tabindex="-1"><span class="kind">${title}</span>${stem}</span></legend>
      ${controlsMarkup(question)}
    </fieldset>
    <details class="answers" data-part="answers">
      <summary>答案和理由</summary>
      <ul class="reasons">
        ${reasonsOf(question)
          .map(
            ({ part, text, reason, right }) => `<li data-reason="${part}" data-right="${right}">
              <p class="choice"><span class="mark"></span> ${text}</p>
              <p class="reason">${reason}</p>
            </li>`,
          )
          .join('')}
      </ul>
      ${question.note ? `<p data-part="note">${question.note}</p>` : ''}
      <p class="source" data-part="source" data-review-by="2099-11-30">${source}</p>
    </details>
  </div>`;
}

/** What is filled in, of each kind: `components/lesson/kinds/`. */
export function controlsMarkup(question: PublishedQuestion): string {
  switch (question.kind) {
    case 'order':
      return `<ol class="order" data-order>
        ${shuffleAnew(question.steps, question.id)
          .map(
            ({ id, text }) => `<li class="option" data-answer-part="${id}">
              <input type="hidden" name="${question.id}" value="${id}" disabled />
              <span class="text">${text}</span>
              <span class="mark"></span>
            </li>`,
          )
          .join('')}
      </ol>`;
    case 'match':
      return question.rows
        .map(
          ({ id, text }) => `<div class="option match" data-answer-part="${id}">
            <label><span class="text">${text}</span>
              <select name="${question.id}">
                <option value="">请选择</option>
                ${question.choices.map((choice) => `<option value="${choice.id}">${choice.text}</option>`).join('')}
              </select></label>
            <span class="mark"></span>
          </div>`,
        )
        .join('');
    case 'fill':
      return `${question.blanks
        .map(
          () => `<div class="option fill"><label>
            <input type="text" name="${question.id}" ${question.words.length > 0 ? 'readonly' : ''} />
          </label></div>`,
        )
        .join('')}
      ${question.words.map((word) => `<button class="button" type="button" data-word="${word}">${word}</button>`).join('')}
      ${question.words.length > 0 ? '<button class="button quiet" type="button" data-clear>重填</button>' : ''}`;
    case 'number':
      return `<div class="option"><label><span class="text">答</span>
        <input type="text" inputmode="decimal" name="${question.id}" /><span>${question.unit}</span>
      </label></div>`;
    case 'rewrite':
      return `<label class="rewrite"><textarea name="${question.id}" rows="3" maxlength="300"></textarea></label>
        <button class="button primary" type="button" data-compare>写好了，对照</button>
        <div data-compared tabindex="-1" hidden>
          ${question.checklist
            .map(
              (point, index) => `<div class="option" data-answer-part="check-${index}">
                <label><input type="checkbox" name="${question.id}" value="${index}" />
                  <span class="text">${point}</span></label>
                <span class="mark"></span>
              </div>`,
            )
            .join('')}
        </div>`;
    default:
      return question.options
        .map(
          ({ id, text }) => `<div class="option" data-answer-part="${id}">
            <label><input type="${question.kind === 'multiple' ? 'checkbox' : 'radio'}" name="${question.id}" value="${id}" />
              <span class="text">${text}</span></label>
            <span class="mark"></span>
          </div>`,
        )
        .join('');
  }
}

/** What to read again, by objective. */
export function revisitMarkup(questions: readonly PublishedQuestion[]): string {
  const objectives = [...new Set(questions.map(({ objective }) => objective))];
  return `<ul class="revisit" hidden>
    ${objectives
      .map((objective) => {
        const ids = questions.filter((question) => question.objective === objective);
        return `<li data-revisit="${ids.map(({ id }) => id).join(' ')}"><a href="#goal-${objective}">${objective}</a></li>`;
      })
      .join('')}
  </ul>`;
}
