import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clearProfile, inspect } from './browser-profile.ts';
import { FakeLocks } from './fake-locks.ts';

const ID = 'attitude/waiting';

/** A page that wants to hold a sitting. */
class Page {
  state: 'asking' | 'waiting' | 'holding' | 'lost' | 'failed' = 'asking';
  readonly #gone = new AbortController();

  /** Opens a page with modules of its own; what has no reason to wait has happened. */
  static async open(id = ID): Promise<Page> {
    vi.resetModules();
    const { holdSitting } = await import('../../src/client/store/holder.ts');
    const page = new Page();
    const onWait = () => {
      if (page.state !== 'asking') throw new Error('Said twice that it waits');
      page.state = 'waiting';
    };
    const onLost = () => {
      if (page.state !== 'holding') throw new Error('Lost what it does not hold');
      page.state = 'lost';
    };
    holdSitting(id, onWait, onLost, page.#gone.signal).then(
      () => {
        if (!page.#gone.signal.aborted) page.state = 'holding';
      },
      () => {
        page.state = 'failed';
      },
    );
    await settle();
    return page;
  }

  /** Takes the quiz off the page. */
  async leave(): Promise<void> {
    this.#gone.abort();
    await settle();
  }
}

/** Lets IndexedDB do what it was asked to; it runs on `setImmediate`, which is real. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets `milliseconds` pass on every page. */
async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 500) {
    await vi.advanceTimersByTimeAsync(500);
    await settle();
  }
}

const nothing = () => undefined;

const holders = () => inspect((database) => database.getAll('holders'));

beforeEach(() => {
  clearProfile();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a sitting, held with a lock', () => {
  let locks: FakeLocks;
  beforeEach(() => {
    locks = new FakeLocks();
    vi.stubGlobal('navigator', { locks });
  });

  test('is held by the page that asks first, without a wait', async () => {
    expect((await Page.open()).state).toBe('holding');
    expect(locks.held).toEqual([`window-course/${ID}`]);
  });

  test('makes a second page wait until the first is gone', async () => {
    const first = await Page.open();
    const second = await Page.open();
    expect(second.state).toBe('waiting');
    await first.leave();
    expect(second.state).toBe('holding');
  });

  test('is handed on in the order of asking', async () => {
    const pages = [await Page.open(), await Page.open(), await Page.open()];
    await pages[0]?.leave();
    expect(pages.map(({ state }) => state)).toEqual(['holding', 'holding', 'waiting']);
  });

  test('does not keep other sittings', async () => {
    await Page.open();
    expect((await Page.open('attitude/visible')).state).toBe('holding');
  });

  test('is not waited for by a page that is gone', async () => {
    const first = await Page.open();
    const second = await Page.open();
    await second.leave();
    await first.leave();
    expect(locks.held).toEqual([]);
    expect(second.state).toBe('failed');
  });

  test('is not kept by a page that was gone before it got it', async () => {
    vi.resetModules();
    const { holdSitting } = await import('../../src/client/store/holder.ts');
    await holdSitting(ID, nothing, nothing, AbortSignal.abort());
    await settle();
    expect(locks.held).toEqual([]);
  });

  test('cannot be held where locks fail', async () => {
    const request = () => Promise.reject(new DOMException('', 'SecurityError'));
    vi.stubGlobal('navigator', { locks: { request } });
    expect((await Page.open()).state).toBe('failed');
  });
});

describe('a sitting, held with a lease where there are no locks', () => {
  let leaving: EventTarget;
  beforeEach(() => {
    leaving = new EventTarget();
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('addEventListener', leaving.addEventListener.bind(leaving));
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
      now: 1_000_000,
    });
  });

  test('is held by the page that asks first, without a wait', async () => {
    expect((await Page.open()).state).toBe('holding');
    expect(await holders()).toEqual([{ id: ID, page: expect.any(String), at: 1_000_000 }]);
  });

  test('does not keep other sittings', async () => {
    await Page.open();
    expect((await Page.open('attitude/visible')).state).toBe('holding');
  });

  test('makes a second page wait as long as the first is there', async () => {
    const first = await Page.open();
    const second = await Page.open();
    await pass(60_000);
    expect([first.state, second.state]).toEqual(['holding', 'waiting']);
  });

  test('is taken over soon after it was released', async () => {
    const first = await Page.open();
    const second = await Page.open();
    await first.leave();
    expect(await holders()).toEqual([]);
    await pass(2000);
    expect(second.state).toBe('holding');
  });

  test('is released when the page is left', async () => {
    await Page.open();
    leaving.dispatchEvent(new Event('pagehide'));
    await settle();
    expect(await holders()).toEqual([]);
    await pass(10_000);
    expect(await holders()).toEqual([]);
  });

  /** A page that was killed without a word: its last beat stays behind. */
  const leaveBehind = async (at: number) => {
    // Once, so that the database is there.
    await (await Page.open('other')).leave();
    await inspect((database) => database.put('holders', { id: ID, page: 'dead', at }));
  };

  test('is taken over seven seconds after the last sign of life', async () => {
    await leaveBehind(1_000_000);
    const page = await Page.open();
    await pass(6000);
    expect(page.state).toBe('waiting');
    await pass(2000);
    expect(page.state).toBe('holding');
  });

  test('is taken over at once when the last sign of life is old', async () => {
    await leaveBehind(1_000_000 - 7000);
    expect((await Page.open()).state).toBe('holding');
  });

  test('is taken over at once after the clock was set back', async () => {
    await leaveBehind(1_000_000 + 3_600_000);
    expect((await Page.open()).state).toBe('holding');
  });

  test('is held by one page only, however many wait', async () => {
    const first = await Page.open();
    const others = [await Page.open(), await Page.open(), await Page.open()];
    await first.leave();
    await pass(20_000);
    expect(others.map(({ state }) => state).sort()).toEqual(['holding', 'waiting', 'waiting']);
  });

  test('is not taken by a page that has gone while it waited', async () => {
    const first = await Page.open();
    const second = await Page.open();
    await second.leave();
    await first.leave();
    await pass(10_000);
    expect(second.state).toBe('waiting');
    expect(await holders()).toEqual([]);
  });

  test('is not asked for any more by a page that has gone while it waited', async () => {
    await Page.open();
    const beats = vi.getTimerCount();
    const second = await Page.open();
    await second.leave();
    await pass(4000);
    expect(vi.getTimerCount()).toBe(beats);
  });

  test('is not kept by a page that was gone before it got it', async () => {
    vi.resetModules();
    const { holdSitting } = await import('../../src/client/store/holder.ts');
    await holdSitting(ID, nothing, nothing, AbortSignal.abort());
    await pass(10_000);
    expect(await holders()).toEqual([]);
  });

  test('is lost to the page that took it while this one slept, and that is noticed once', async () => {
    const page = await Page.open();
    await inspect((database) => database.put('holders', { id: ID, page: 'other', at: Date.now() }));
    await pass(2500);
    expect(page.state).toBe('lost');
    await pass(10_000);
    expect(await holders()).toEqual([{ id: ID, page: 'other', at: 1_000_000 }]);
  });

  test('stays with the page that took it over when the first one is closed at last', async () => {
    const first = await Page.open();
    // From here on the first page alone listens to `leaving`.
    vi.stubGlobal('addEventListener', () => undefined);
    const second = await Page.open();
    await first.leave();
    await pass(2000);
    const [held] = await holders();
    expect(second.state).toBe('holding');
    leaving.dispatchEvent(new Event('pagehide'));
    await settle();
    expect(await holders()).toEqual([held]);
  });
});
