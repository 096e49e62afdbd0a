/** The HTML of `Test.astro`, of a module with one lesson; `quiz-markup.test.ts` compares their parts. */
import type { Module } from '../../src/core/course/course.ts';
import { outlineOf } from '../../src/core/course/outline.ts';
import { keyOf } from '../../src/core/quiz/grade.ts';
import type { BankQuestion } from '../../src/core/quiz/paper.ts';
import { questionMarkup, revisitMarkup } from './quiz-markup.ts';

/** The test of a module, its whole bank. */
export function testMarkup(module: Module): string {
  const bank = module.lessons.flatMap(({ quiz }) => quiz).filter(({ kind }) => kind !== 'rewrite');
  const redLines = module.objectives.filter(({ redLine }) => redLine).map(({ id }) => id);
  const cards = bank.map(
    ({ id, revision, kind, objective, difficulty }): BankQuestion => ({
      id,
      revision,
      kind,
      objective,
      difficulty,
      redLine: redLines.includes(objective),
    }),
  );
  const data = { module: outlineOf([module]).modules[0], bank: cards };
  return `<course-test class="quiz" data-sitting="${module.id}#test" data-address="${module.id}/test" data-title="${module.title}·模块测验">
    <p class="elsewhere" data-part="withdrawn" role="status" hidden>里面有题改过了，不能接着答。</p>
    <p class="error" data-part="not-begun" role="alert" hidden>没能开始：这里存不下东西。</p>
    <div class="slip" data-part="intro" hidden>
      <button class="button primary" type="button" data-action="begin">开始测验</button>
    </div>
    <p data-part="past" hidden></p>
    <form method="get" novalidate>
      <p class="position" data-part="position">题库共${bank.length}题</p>
      ${bank.map(questionMarkup).join('')}
    </form>
    <div class="summary" data-part="summary" hidden>
      <h2 tabindex="-1" data-part="score">答完了</h2>
      <p data-part="outcome"></p>
      <p data-part="all-right">这张卷子全答对了。</p>
      ${revisitMarkup(bank)}
      <button class="button primary" type="button" data-action="begin">再考一次</button>
      <button class="button" type="button" data-action="look">逐题看对错</button>
    </div>
    <script type="application/json" data-part="keys">${JSON.stringify(bank.map(keyOf))}</script>
    <script type="application/json" data-part="test-data">${JSON.stringify(data)}</script>
  </course-test>`;
}
