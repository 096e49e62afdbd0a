import { expect, test, vi } from 'vitest';
import { scriptPolicy } from '../../src/client/trusted.ts';

const onlyWorker = (url: string) => url === '/sw.js';

test('without Trusted Types an allowed address passes and any other throws', () => {
  const trusted = scriptPolicy('app', onlyWorker);
  expect(trusted('/sw.js')).toBe('/sw.js');
  expect(() => trusted('/evil.js')).toThrow(TypeError);
});

test('with Trusted Types the browser’s policy of that name decides by the same rule', () => {
  const createPolicy = vi.fn((_name: string, rules: { createScriptURL(url: string): string }) => ({
    createScriptURL: (url: string) => `trusted:${rules.createScriptURL(url)}`,
  }));
  vi.stubGlobal('trustedTypes', { createPolicy });
  const trusted = scriptPolicy('app', onlyWorker);
  expect(createPolicy).toHaveBeenCalledExactlyOnceWith('app', expect.anything());
  expect(trusted('/sw.js')).toBe('trusted:/sw.js');
  expect(() => trusted('/evil.js')).toThrow(TypeError);
});
