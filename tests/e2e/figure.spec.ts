/** Pictures: a part of their page, named, told in words, in the page's colours and on its paper. */
import { readdir } from 'node:fs/promises';
import { authoredLessons } from './authored.ts';
import { expect, test } from './site.ts';

test.use({ frugal: true });

/** Lessons with pictures; the one that tests look at more closely has two, with right and wrong. */
const illustrated = authoredLessons.filter(({ figures }) => figures.length > 0);
const HANDS = 'conduct/hands';

test('no picture of a lesson is a file of its own, so that packs carry it with its page @secure', async ({
  root,
}) => {
  const files = await readdir(root, { recursive: true });
  expect(files.filter((file) => file.endsWith('.svg'))).toEqual(['icon.svg']);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every picture is drawn, named and told in words @secure', async ({ page }) => {
    test.slow();
    expect(illustrated.flatMap(({ figures }) => figures).length).toBeGreaterThanOrEqual(14);
    for (const { path, figures } of illustrated) {
      await page.goto(`${path}/`);
      await expect(page.locator('.figure'), path).toHaveCount(figures.length);
      for (const { alt, caption } of figures) {
        const figure = page.getByRole('figure', { name: caption, exact: true });
        await expect(figure.getByRole('img', { name: alt, exact: true })).toBeVisible();
        const words = await figure.locator('> p, > ul, > ol').allInnerTexts();
        expect(words.join('').length, caption).toBeGreaterThanOrEqual(30);
      }
    }
  });
});

test('a picture has the colours of the page, light and dark, and on paper those of the light @secure', async ({
  page,
}) => {
  await page.goto(`${HANDS}/`);
  const drawing = page.locator('.drawing').first();
  const line = drawing.locator('path:not([class])').first();
  const wrong = drawing.locator('path.wrong').first();
  const word = drawing.locator('text:not([class])').first();
  await expect(line).toHaveCSS('stroke', 'rgb(30, 35, 34)');
  await expect(wrong).toHaveCSS('stroke', 'rgb(176, 48, 42)');
  await expect(drawing).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  const font = await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
  await expect(word).toHaveCSS('font-family', font);

  await page.getByRole('group', { name: '明暗' }).getByText('深色').click();
  await expect(line).toHaveCSS('stroke', 'rgb(233, 236, 234)');
  await expect(wrong).toHaveCSS('stroke', 'rgb(240, 150, 141)');
  await expect(drawing).toHaveCSS('background-color', 'rgb(28, 33, 32)');

  await page.emulateMedia({ media: 'print' });
  await expect(line).toHaveCSS('stroke', 'rgb(0, 0, 0)');
  await expect(wrong).toHaveCSS('stroke', 'rgb(176, 48, 42)');
  await expect(word).toHaveCSS('fill', 'rgb(0, 0, 0)');
  await expect(drawing).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});

test('a picture is as wide as the text on a phone, and its words stay in it @secure', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 375, height: 812 });
  for (const { path } of illustrated) {
    await page.goto(`${path}/`);
    for (const drawing of await page.locator('.drawing').all()) {
      const frame = await drawing.evaluate((svg) => svg.getBoundingClientRect().toJSON());
      expect(frame.width, path).toBeCloseTo(335, 0);
      const outside = await drawing.locator('text').evaluateAll((texts) =>
        texts.flatMap((text) => {
          const box = text.getBoundingClientRect();
          const frame = (text as SVGTextElement).ownerSVGElement?.getBoundingClientRect();
          const inside = frame && box.left >= frame.left && box.right <= frame.right;
          return inside && box.bottom <= frame.bottom ? [] : [text.textContent];
        }),
      );
      expect(outside, path).toEqual([]);
    }
  }
});
