/** The HTML of `Test.astro`, of a module with one lesson; `quiz-markup.test.ts` compares their parts. */
import type { Module } from '../../src/core/course/course.ts';
import type { TestData } from '../../src/core/quiz/paper.ts';
import { revisitMarkup } from './quiz-markup.ts';

/** The test of a module, which asks for its whole bank; its questions stand in the lessons' pages. */
export function testMarkup(module: Module): string {
  const lessons = module.lessons.map(({ id, quiz }) => ({
    id,
    questions: quiz
      .filter(({ kind }) => kind !== 'rewrite')
      .map(({ id, kind, objective, difficulty }) => ({ id, kind, objective, difficulty })),
  }));
  const data: TestData = {
    id: module.id,
    passMark: module.passMark,
    redLines: module.objectives.filter(({ redLine }) => redLine).map(({ id }) => id),
    lessons,
  };
  const bank = module.lessons.flatMap(({ quiz }) => quiz);
  return `<course-test class="quiz" data-sitting="${module.id}#test" data-address="${module.id}/test" data-title="${module.title}·模块测验">
    <p class="elsewhere" data-part="withdrawn" role="status" hidden>里面有题改过了，不能接着答。</p>
    <p class="error" data-part="not-begun" role="alert" hidden>没能开始：这里存不下东西。</p>
    <p class="error" data-part="unread" role="alert" hidden>有几课的题这会儿取不到，卷子打不开。</p>
    <p class="elsewhere" data-part="drawing" role="status" hidden>正在出卷。</p>
    <div class="slip" data-part="intro" hidden>
      <button class="button primary" type="button" data-action="begin">开始测验</button>
    </div>
    <p data-part="past" hidden></p>
    <form method="get" novalidate hidden>
      <p class="position" data-part="position">题库共${bank.length}题</p>
    </form>
    <div class="summary" data-part="summary" hidden>
      <h2 tabindex="-1" data-part="score">答完了</h2>
      <p data-part="outcome"></p>
      <p data-part="all-right">这张卷子全答对了。</p>
      <div data-part="revisit">${revisitMarkup(bank)}</div>
      <button class="button primary" type="button" data-action="begin">再考一次</button>
      <button class="button" type="button" data-action="look">逐题看对错</button>
    </div>
    <script type="application/json" data-part="test-data">${JSON.stringify(data)}</script>
  </course-test>`;
}
