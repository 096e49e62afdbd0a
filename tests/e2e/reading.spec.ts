/** Finding the way in, reading, and coming back. */
import type { Page } from '@playwright/test';
import {
  answerAndSave,
  choose,
  chosenIn,
  questionOn,
  rightChoice,
  showQuestion,
} from './answering.ts';
import { LESSON as PATH, pretest, questions } from './authored.ts';
import { expect, test } from './site.ts';

test.use({ frugal: true });

const LESSON = `${PATH}/`;

test('from the home page a post leads to its lessons, and each lesson to the next @anywhere', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('link', { name: '柜员' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('银行·柜员');
  await page.getByRole('link', { name: '头一分钟和末一分钟' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('头一分钟和末一分钟');
  await page.getByRole('link', { name: '下一课' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('等得住');
});

test('on one’s own path each lesson leads to the next of the path, and the last one back to it @anywhere', async ({
  page,
  course,
}) => {
  const lessons = course.posts.find(({ id }) => id === 'teller')?.lessons ?? [];
  await page.goto('path/teller/');
  await page.getByRole('button', { name: '设为我的岗位' }).click();
  await page.goto(`${lessons[0]}/`);
  for (const next of lessons.slice(1)) {
    await page.getByRole('link', { name: '下一课' }).click();
    await expect(page).toHaveURL(new RegExp(`/${next}/$`));
  }
  await page.getByRole('link', { name: '回到银行·柜员' }).click();
  await expect(page).toHaveURL(/\/path\/teller\/$/);
});

test('the last lesson of a module leads back to the module @anywhere', async ({ page, course }) => {
  const [module] = course.modules;
  await page.goto(module?.lessons.at(-1)?.url ?? '');
  await page.getByRole('link', { name: `回到${module?.title}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(module?.title ?? '');
});

test('the page of each post lists its lessons in its own order @anywhere', async ({
  page,
  course,
}) => {
  for (const post of course.posts) {
    await page.goto(`path/${post.id}/`);
    const links = page.locator('.lessons a');
    const paths = await links.evaluateAll((all) =>
      all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
    expect(paths, post.id).toEqual(post.lessons.map((path) => `/${path}/`));
  }
});

test('the path of a sector has what its posts learn, and no window of another @anywhere', async ({
  page,
  course,
}) => {
  const sectors = new Set(course.posts.map(({ sector }) => sector));
  for (const sector of sectors) {
    const learned = course.posts.filter((post) => post.sector === sector);
    await page.goto(`path/${sector}/`);
    const links = await page
      .locator('.lessons a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    const paths = links.map((path) => path.split('/').slice(-3, -1).join('/'));
    expect(new Set(paths)).toEqual(new Set(learned.flatMap(({ lessons }) => lessons)));
    expect(paths).toHaveLength(new Set(paths).size);
    const others = [...sectors, 'training'].filter((other) => other !== sector);
    expect(paths.filter((path) => others.includes(path.split('/')[0] ?? ''))).toEqual([]);
  }
});

test('the chosen post is remembered, and the home page leads straight to it @anywhere', async ({
  page,
}) => {
  await page.goto('path/pharmacy/');
  await page.getByRole('button', { name: '设为我的岗位' }).click();
  await expect(page.getByText('记下了：医院·')).toBeVisible();
  await page.getByRole('link', { name: '窗口学堂', exact: true }).click();
  const mine = page.locator('[data-part="post-link"]');
  await expect(mine).toHaveText(/^医院·/);
  // The list of all posts makes way, and is one tap away.
  await expect(page.getByRole('link', { name: '柜员' })).toBeHidden();
  await page.getByText('选岗位').click();
  await expect(page.getByRole('link', { name: '柜员' })).toBeVisible();
  await page.reload();
  await mine.click();
  await expect(page).toHaveURL(/path\/pharmacy\/$/);
  await expect(page.getByRole('button', { name: '设为我的岗位' })).toBeHidden();
});

test('a lesson shows the words of my sector and keeps the others one tap away @anywhere', async ({
  page,
}) => {
  await page.goto('path/bank/');
  await page.getByRole('button', { name: '设为我的行业' }).click();
  await page.goto(LESSON);
  const sector = (id: string) => page.locator(`.sector[data-of="${id}"]`);
  await expect(sector('bank')).toBeVisible();
  for (const id of ['hospital', 'government', 'hotel']) await expect(sector(id)).toBeHidden();
  const unfold = page.getByRole('button', { name: '看其他窗口的说法' });
  await unfold.click();
  await expect(unfold).toBeHidden();
  for (const id of ['bank', 'hospital', 'government', 'hotel']) {
    await expect(sector(id)).toBeVisible();
  }
  await expect(sector('hospital').getByRole('heading')).toBeFocused();
});

test('folded words open when the browser itself goes to them @anywhere', async ({ page }) => {
  await page.goto('path/bank/');
  await page.getByRole('button', { name: '设为我的行业' }).click();
  await page.goto(LESSON);
  // Find-in-page cannot be driven from a test; a fragment reveals in the same way.
  await page.locator('.sector[data-of="hotel"] p').evaluate((text) => {
    text.id = 'wanted';
    location.hash = '#wanted';
  });
  await expect(page.locator('.sector[data-of="hotel"]')).toBeVisible();
  await expect(page.getByRole('button', { name: '看其他窗口的说法' })).toBeHidden();
});

test('without a chosen sector a lesson shows the words of all four @anywhere', async ({ page }) => {
  await page.goto(LESSON);
  await expect(page.locator('.sector')).toHaveCount(4);
  for (const sector of await page.locator('.sector').all()) await expect(sector).toBeVisible();
});

test('a lesson opened again offers the heading where the learner stopped @anywhere', async ({
  page,
}) => {
  const heading = await readTo(page, 3);
  await page.goto('./');
  await page.goto(LESSON);
  await page.getByRole('link', { name: `接着学：${heading}` }).click();
  await expectAtTop(page, heading);
});

test('the home page leads back to the same heading in one tap @anywhere', async ({ page }) => {
  const heading = await readTo(page, 4);
  await page.goto('./');
  await expect(page.getByText(`上次停在“${heading}”`)).toBeVisible();
  await page.getByRole('link', { name: '接着学' }).click();
  await expectAtTop(page, heading);
});

test('the home page leads back to the very question, with what was marked @anywhere', async ({
  page,
}) => {
  const [first, second] = questions;
  await page.goto(LESSON);
  await answerAndSave(page, first);
  await choose(await showQuestion(page, second), rightChoice(second));
  await page.goto('./');
  await expect(page.getByText('上次停在“第2题”。')).toBeVisible();
  await page.getByRole('link', { name: '接着学' }).click();
  await expect(questionOn(page, second).getByText(second.stem)).toBeInViewport();
  await expect.poll(() => chosenIn(questionOn(page, second))).toEqual(rightChoice(second));
});

test('when a lesson is finished the home page leads on to the next, and still back @anywhere', async ({
  page,
}) => {
  await page.goto(LESSON);
  for (const question of [pretest, ...questions]) await answerAndSave(page, question);
  await page.goto('./');
  await expect(page.getByText('《等得住》学完了。')).toBeVisible();
  await expect(page.getByRole('link', { name: '回去看' })).toHaveAttribute('href', /waiting\/#/);
  await page.getByRole('link', { name: '接着学《他急的是事》' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('他急的是事');
});

test('reload leaves the learner where the page was @anywhere', async ({ page }) => {
  const heading = await readTo(page, 3);
  await page.reload();
  await expect(page.getByRole('heading', { name: heading })).toBeInViewport();
  await expect(page.getByRole('link', { name: `接着学：${heading}` })).toHaveCount(1);
});

for (const [setting, choice, attribute, value] of [
  ['字号', '最大', 'data-text', '4'],
  ['明暗', '深色', 'data-theme', 'dark'],
] as const) {
  test(`${setting} is applied at once, kept, and there before the first paint @anywhere`, async ({
    page,
  }) => {
    await page.goto('./');
    await page.getByRole('group', { name: setting }).getByText(choice, { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute(attribute, value);

    // A slow script must hold back the first frame, or the page flashes.
    await page.route('**/_entries/boot.*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.addInitScript((name) => {
      requestAnimationFrame(() => {
        const seen = document.documentElement.getAttribute(name);
        Object.assign(window, { seenInFirstFrame: seen });
      });
    }, attribute);
    await page.goto(LESSON);
    const seen = await page.evaluate(
      () => (window as { seenInFirstFrame?: string }).seenInFirstFrame,
    );
    expect(seen).toBe(value);
    const group = page.getByRole('group', { name: setting });
    await expect(group.getByLabel(choice, { exact: true })).toBeChecked();
  });
}

test('the largest text is 24 px @anywhere', async ({ page }) => {
  await page.goto(LESSON);
  await page.getByRole('group', { name: '字号' }).getByText('最大', { exact: true }).click();
  const size = await page
    .locator('.prose > p')
    .first()
    .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  expect(Math.round(size)).toBe(24);
});

test('on paper a lesson has all its questions and its case, and nothing to press @anywhere', async ({
  page,
}) => {
  await page.goto('path/bank/');
  await page.getByRole('button', { name: '设为我的行业' }).click();
  await page.goto(LESSON);
  await expect(page.locator('course-quiz[data-ready]')).toHaveCount(2);
  await answerAndSave(page, questions[0]);
  const shown = page.locator('course-quiz .question').filter({ visible: true });
  await expect(shown).toHaveCount(2);

  await page.emulateMedia({ media: 'print' });
  await expect(shown).toHaveCount(questions.length + 1);
  for (const reply of await page.locator('.case details p').all())
    await expect(reply).toBeVisible();
  await expect(page.locator('.answers').getByRole('list').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('.button').filter({ visible: true })).toHaveCount(0);
});

test('发现错误 copies the lesson, its version and nothing of the learner @anywhere', async ({
  page,
}) => {
  await page.goto('attitude/');
  const version = await page.getByText(/起用$/).textContent();
  await page.goto(LESSON);
  await page.getByText('发现错误').click();
  await page.getByRole('button', { name: '复制' }).click();
  await expect(page.getByText('复制好了')).toBeVisible();
  // Pasting works on plain http too, where no script may read the clipboard.
  await page.goto('search/');
  await page.getByRole('searchbox').press('Control+V');
  const copied = await page.getByRole('searchbox').inputValue();
  expect(copied).toContain('课：attitude/waiting（态-03 等得住）');
  expect(copied).toContain(`版本：${version?.split('，')[0]}`);
});

/** Opens the lesson and scrolls until its nth heading has reached the top; returns the heading. */
async function readTo(page: Page, nth: number): Promise<string> {
  await page.goto(LESSON);
  const heading = page.locator('.prose h2[id]').nth(nth - 1);
  await heading.evaluate(async (element) => {
    element.scrollIntoView({ block: 'start' });
    // The place is taken when the frame after the scroll has been laid out.
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
  });
  return (await heading.textContent())?.trim() ?? '';
}

async function expectAtTop(page: Page, name: string): Promise<void> {
  const heading = page.getByRole('heading', { name, exact: true });
  await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(100);
  await expect(heading).toBeInViewport();
}
