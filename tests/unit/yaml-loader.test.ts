import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { yamlFiles } from '../../src/build/yaml-loader.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'loader-'));
  writeFileSync(join(root, 'bank.yaml'), 'id: bank\n');
  writeFileSync(join(root, 'hotel.yaml'), 'id: "hotel\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Loads the folder as a build does or, with a watcher, as `npm run dev` does. */
async function load(watcher?: { on(): void }) {
  const store = new Map<string, unknown>();
  const said: string[] = [];
  const context = {
    config: { root: pathToFileURL(`${root}/`) },
    store: {
      clear: () => store.clear(),
      set: (entry: { id: string }) => store.set(entry.id, entry),
    },
    parseData: ({ data }: { data: unknown }) => Promise.resolve(data),
    logger: { warn: (text: string) => said.push(text) },
    watcher,
  };
  await yamlFiles('.', '*.yaml').load(context as unknown as LoaderContext);
  return { ids: [...store.keys()], said };
}

test('in development one malformed file does not take the others along', async () => {
  const { ids, said } = await load({ on: () => {} });
  expect(ids).toEqual(['bank']);
  expect(said).toEqual(['先不显示 hotel.yaml，它有错。']);
});

test('a build stops at a malformed file', async () => {
  await expect(load()).rejects.toThrow('quote');
});
