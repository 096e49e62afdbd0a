import { EventEmitter } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { authoring } from '../../src/build/integrations/authoring.ts';

afterEach(() => vi.restoreAllMocks());

/** Calls a hook with as much of Astro as it uses. */
function call(name: 'astro:config:setup' | 'astro:server:setup', given: unknown): void {
  const hook = authoring().hooks[name] as (given: unknown) => void;
  hook(given);
}

test('check speaks when development starts, and not in a build, which has run it before', () => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  call('astro:config:setup', { command: 'build' });
  expect(log).not.toHaveBeenCalled();
  call('astro:config:setup', { command: 'dev' });
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('没有错误。'));
});

test('check speaks once after a save in the content, however often the editor writes', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const watcher = new EventEmitter();
  call('astro:server:setup', { server: { watcher } });
  watcher.emit('all', 'change', 'src/core/hex.ts');
  watcher.emit('all', 'change', 'src/content/slots.yaml');
  watcher.emit('all', 'change', 'src/content/slots.yaml');
  await vi.waitFor(() => expect(log).toHaveBeenCalled(), { timeout: 10_000 });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(log).toHaveBeenCalledOnce();
});
