import { beforeEach, describe, expect, test, vi } from 'vitest';

/** The functions as a page has them that is opened now. */
const openPage = async () => {
  vi.resetModules();
  return import('../../src/client/learners.ts');
};

const ROSTER = 'window-course.learners';

describe('a browser that one person uses', () => {
  test('has one learner without a name, and stores nothing about that', async () => {
    const page = await openPage();
    expect(page.readLearners()).toEqual([{ id: '', name: '' }]);
    expect(page.pageLearner()).toEqual({ id: '', name: '' });
    expect(page.scope()).toBe('window-course');
    expect(localStorage).toHaveLength(0);
  });

  test.each([
    ['nothing readable', '{'],
    ['another kind of thing', '"learners"'],
    ['an empty list', '{"current":"","learners":[]}'],
    [
      'ids that would name other files',
      '{"current":"../x","learners":[{"id":"../x","name":"张"}]}',
    ],
    ['names that are none', '{"current":"","learners":[{"id":"","name":7},null]}'],
  ])('keeps that one where the list holds %s', async (_what, text) => {
    localStorage.setItem(ROSTER, text);
    const page = await openPage();
    expect(page.readLearners()).toEqual([{ id: '', name: '' }]);
    expect(page.scope()).toBe('window-course');
  });

  test('keeps that one where storage is refused', async () => {
    vi.stubGlobal('localStorage', undefined);
    const page = await openPage();
    expect(page.pageLearner()).toEqual({ id: '', name: '' });
    expect(page.addLearner('李强')).toBeUndefined();
  });
});

describe('somebody who is added', () => {
  test('has names of their own for everything, once chosen and in the next page', async () => {
    const page = await openPage();
    const learner = page.addLearner('李强');
    expect(learner).toEqual({ id: expect.stringMatching(/^[0-9a-f]{8}$/), name: '李强' });
    page.chooseLearner(learner?.id ?? '');
    expect(page.scope()).toBe('window-course');
    expect(page.isReplaced()).toBe(true);

    const next = await openPage();
    expect(next.pageLearner()).toEqual(learner);
    expect(next.scope()).toBe(`window-course.${learner?.id}`);
    expect(next.isReplaced()).toBe(false);
  });

  test('is written tidily and cut to what fits', async () => {
    const page = await openPage();
    expect(page.addLearner('  李\u3000 强\n')?.name).toBe('李 强');
    expect(page.addLearner('长'.repeat(99))?.name).toHaveLength(page.LONGEST_NAME);
  });

  test.each(['', '   ', '张丽', ' 张丽 '])('is refused as %j where 张丽 is here', async (name) => {
    const page = await openPage();
    page.addLearner('张丽');
    const before = localStorage.getItem(ROSTER);
    expect(page.addLearner(name)).toBeUndefined();
    expect(localStorage.getItem(ROSTER)).toBe(before);
  });
});

describe('a name', () => {
  test('can be given to the record that was here first, and changed', async () => {
    const page = await openPage();
    expect(page.renameLearner('张丽')).toBe(true);
    expect(page.renameLearner('张莉')).toBe(true);
    expect((await openPage()).readLearners()).toEqual([{ id: '', name: '张莉' }]);
    expect(page.scope()).toBe('window-course');
  });

  test('stays as it is when the new one is empty or somebody else’s', async () => {
    const page = await openPage();
    page.addLearner('李强');
    page.renameLearner('张丽');
    expect(page.renameLearner('李强')).toBe(false);
    expect(page.renameLearner(' ')).toBe(false);
    expect(page.renameLearner('张丽')).toBe(true);
  });
});

describe('who is taken off the list', () => {
  test('leaves it to the next one', async () => {
    const first = await openPage();
    first.renameLearner('张丽');
    const added = first.addLearner('李强');
    first.removeLearner();
    expect((await openPage()).pageLearner()).toEqual(added);
  });

  test('and was the last one, leaves nothing', async () => {
    const page = await openPage();
    page.renameLearner('张丽');
    page.removeLearner();
    expect(localStorage).toHaveLength(0);
    expect(page.pageLearner()).toEqual({ id: '', name: '' });
  });
});

describe('records whose names were lost', () => {
  const databases = ['window-course', 'window-course.0a1b2c3d', 'window-course.0a1b2c3d-replica'];
  beforeEach(() => {
    vi.stubGlobal('indexedDB', { databases: async () => databases.map((name) => ({ name })) });
  });

  test('are on the list again, without one', async () => {
    const page = await openPage();
    await page.findLearners();
    expect(page.readLearners()).toEqual([
      { id: '', name: '' },
      { id: '0a1b2c3d', name: '' },
    ]);
    await page.findLearners();
    expect(page.readLearners()).toHaveLength(2);
  });

  test('stay unknown in a browser that does not list its databases', async () => {
    vi.stubGlobal('indexedDB', {});
    const page = await openPage();
    await page.findLearners();
    expect(page.readLearners()).toHaveLength(1);
  });
});
