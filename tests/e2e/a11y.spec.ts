/** For everybody: axe with all its rules, small screens, large text, fingers and keyboards. */
import type { Page } from '@playwright/test';
import type { Question } from '../../src/core/quiz/question.ts';
import {
  answer,
  answerAndSave,
  choose,
  rightChoice,
  showQuestion,
  wrongChoice,
} from './answering.ts';
import { authoredLessons, LESSON, pretest, questions } from './authored.ts';
import { contrastViolations, violations } from './axe.ts';
import { answerPlaces, SIZE } from './paper.ts';
import { expect, test } from './site.ts';

test.use({ frugal: true });

/** Every kind of page, in the states that a learner can bring it into. */
const states: Record<string, (page: Page) => Promise<unknown>> = {
  'the home page': (page) => page.goto('./'),
  'the home page of a learner': async (page) => {
    await page.goto('path/teller/');
    await page.getByRole('button', { name: '设为我的岗位' }).click();
    await finishLesson(page);
    await page.goto('./');
    await page.getByText('选岗位').click();
  },
  'a path': (page) => page.goto('path/teller/'),
  'a module': (page) => page.goto('attitude/'),
  'a lesson': (page) => page.goto(`${LESSON}/`),
  'a lesson with pictures': (page) => page.goto('conduct/hands/'),
  'a lesson with an error and a wrong answer': async (page) => {
    await page.goto(`${LESSON}/`);
    await answerAndSave(page, pretest, wrongChoice(pretest));
    await page.getByText('每个选项的理由').filter({ visible: true }).click();
    await answer(await showQuestion(page, questions[0]), []);
    await page.getByText('发现错误').click();
  },
  // Between them these two lessons have every kind of question but 多选, which the one above has.
  'questions to be matched, judged and rewritten': (page) => chooseAll(page, 'attitude/visible'),
  'the same, answered': (page) => answerAll(page, 'attitude/visible'),
  'questions to be filled in, counted and ordered': (page) =>
    chooseAll(page, 'attitude/first-last'),
  'these too, answered': (page) => answerAll(page, 'attitude/first-last'),
  'a test that is not begun': (page) => page.goto('attitude/test/'),
  'a test with an error': async (page) => {
    await page.goto('attitude/test/');
    await page.getByRole('button', { name: '开始测验' }).click();
    await page.getByRole('button', { name: '提交', exact: true }).filter({ visible: true }).click();
  },
  'the result of a test': async (page) => {
    await page.goto('attitude/test/');
    await page.getByRole('button', { name: '开始测验' }).click();
    await answerPlaces(page, 1, SIZE, wrongChoice);
    await page.getByRole('heading', { name: `${SIZE}题都答了，答对0题。` }).waitFor();
  },
  'a finished lesson in my sector': async (page) => {
    await page.goto('path/bank/');
    await page.getByRole('button', { name: '设为我的行业' }).click();
    await finishLesson(page);
  },
  'the search page': (page) => page.goto('search/'),
  'the search page with results': async (page) => {
    await page.goto('search/?q=插队');
    await page.getByText(/^找到\d+处$/).waitFor();
  },
  'the record of nobody': (page) => page.goto('record/'),
  'the record of a learner': async (page) => {
    await finishLesson(page);
    await page.goto('record/');
  },
  'a backup that is refused': async (page) => {
    await page.goto('record/');
    await page.locator('course-backup summary').click();
    await page.getByLabel('或者粘贴备份码').fill('{}');
    await page.getByRole('button', { name: '看看里面有什么' }).click();
    await page.getByText('这不是窗口学堂的备份').waitFor();
  },
  'the sheet of a learner': async (page) => {
    await finishLesson(page);
    await page.goto('record/sheet/');
    await page.getByLabel('姓名').fill('欧阳小敏');
    await page.getByRole('cell', { name: '服务态度' }).waitFor();
  },
  'the privacy page, asking once more': async (page) => {
    await page.goto('privacy/');
    await page.getByRole('button', { name: '先存备份，再清空' }).click();
    await page.getByRole('button', { name: '确定清空' }).waitFor();
  },
  'a machine that nobody shares': (page) => page.goto('learner/'),
  'a machine that two people share': async (page) => {
    await page.goto('learner/');
    await page.getByLabel('名字', { exact: true }).fill('欧阳小敏');
    await page.getByRole('button', { name: '添上，开始学' }).click();
    await page.getByText('这里记的是欧阳小敏的学习。').waitFor();
    await page.goto('learner/');
    await page.getByRole('button', { name: '添上，开始学' }).click();
    await page.getByText('还没写名字。').waitFor();
  },
  'the institution’s own rules': async (page) => {
    await page.goto('local/');
    await page.getByText('写错了会怎样，能填什么').click();
  },
  'the list of what is offline, with every way to a home screen': async (page) => {
    await page.goto('offline/');
    await page.locator('course-install details[open]').waitFor();
    await page.locator('course-install details').evaluateAll((all) => {
      for (const way of all) (way as HTMLDetailsElement).open = true;
    });
  },
  'the page for a wrong address': (page) => page.goto('404.html'),
  'a page with all its notices': async (page) => {
    await page.goto('./');
    await page.locator('[data-notice]').evaluateAll((all) => {
      for (const notice of all) (notice as HTMLElement).hidden = false;
    });
  },
};

// Markup and style are the same on plain http, so the secure project is enough for all of this.
for (const [state, open] of Object.entries(states)) {
  test(`${state}: axe finds nothing, a finger hits everything, nothing scrolls sideways @secure`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    expect(await page.evaluate(findSmallControls)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await contrastViolations(page), 'dark').toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => {
      document.documentElement.dataset.text = '4';
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    // Who needs letters of twice the size says so to the browser.
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth), '200 %').toBe(320);
  });
}

test('the keyboard reaches every control, and one always sees where it is @secure', async ({
  page,
}) => {
  for (const path of ['', `${LESSON}/`, 'search/']) {
    await page.goto(`./${path}`);
    await page.waitForLoadState('networkidle');
    const wanted = await page
      .locator('a[href], button, input:not([type="radio"]), summary')
      .filter({ visible: true })
      .count();
    const seen = new Set<string>();
    for (let step = 0; step < wanted * 2; step += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(describeFocus);
      if (!focused) break;
      expect(focused.outline, focused.name).toBeGreaterThanOrEqual(2);
      expect(focused.visible, focused.name).toBe(true);
      seen.add(focused.name);
    }
    expect(seen.size, path).toBeGreaterThanOrEqual(wanted);
  }
});

test('the first Tab offers to skip the header, and does @secure', async ({ page }) => {
  await page.goto(`${LESSON}/`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

// Axe has seen the dark of the system; the one chosen by hand is the same.
test('dark by choice is as dark as dark by the system @secure', async ({ page }) => {
  await page.goto('./');
  const colors = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const names = [...document.documentElement.computedStyleMap().keys()];
      const own = names.filter((name) => name.startsWith('--'));
      return Object.fromEntries(own.map((name) => [name, style.getPropertyValue(name)]));
    });
  const light = await colors();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await colors();
  expect(dark).not.toEqual(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('group', { name: '明暗' }).getByText('深色').click();
  expect(await colors()).toEqual(dark);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('group', { name: '明暗' }).getByText('浅色').click();
  expect(await colors()).toEqual(light);
});

/** Answers the quiz at the end of the lesson, one question wrong, and shows the result. */
async function finishLesson(page: Page): Promise<void> {
  const [first, ...others] = questions;
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, first, wrongChoice(first));
  for (const question of others) await answerAndSave(page, question);
  await page.getByRole('button', { name: '看结果' }).click();
}

/** Gives every question of a lesson an answer without submitting it, and shows them all at once. */
async function chooseAll(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/`);
  for (const question of questionsOf(path)) {
    await choose(await showQuestion(page, question), wrongChoice(question));
  }
  await showAll(page);
}

/** Answers every question of a lesson, half of them wrong, and shows them all at once. */
async function answerAll(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/`);
  for (const [index, question] of questionsOf(path).entries()) {
    const choice = index % 2 === 0 ? wrongChoice(question) : rightChoice(question);
    await answerAndSave(page, question, choice);
  }
  await showAll(page);
}

function questionsOf(path: string): readonly Question[] {
  const lesson = authoredLessons.find((candidate) => candidate.path === path);
  if (!lesson) throw new Error(`there is no lesson ${path}`);
  return lesson.questions;
}

async function showAll(page: Page): Promise<void> {
  await page.locator('.question').evaluateAll((all) => {
    for (const question of all) (question as HTMLElement).hidden = false;
  });
}

/** Runs in the page: controls under 44 px. Links inside a sentence are as high as its line. */
function findSmallControls(): string[] {
  const fields = 'input[type="search"], input[type="text"], select, textarea';
  const controls = `button, summary, label:has(input), ${fields}, .button, nav a`;
  const lists = '.brand, .posts a, .lessons a, .modules a';
  return [...document.querySelectorAll(`${controls}, ${lists}`)]
    .filter((control) => control.checkVisibility())
    .filter((control) => {
      const { width, height } = control.getBoundingClientRect();
      return Math.min(width, height) < 44;
    })
    .map((control) => control.outerHTML.slice(0, 100));
}

/** Runs in the page: what has the focus, how it shows that, and whether it is on the screen. */
function describeFocus() {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
  const { top, bottom } = activeElement.getBoundingClientRect();
  const all = [...document.querySelectorAll('*')];
  return {
    name: `${all.indexOf(activeElement)} ${activeElement.outerHTML.slice(0, 80)}`,
    outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
    visible: bottom > 0 && top < innerHeight,
  };
}
