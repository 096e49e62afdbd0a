import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';

/** The browser floor (see docs in CONTRIBUTING): syntax is lowered to it, APIs are not. */
export const FLOOR = ['chrome86', 'safari15', 'firefox115'];

const ENTRIES = 'src/client/entries';

/**
 * Bundles each file of `client/entries` to one classic script with a hash in its name, and tells
 * the layout their names as `__ENTRIES__`. In development the layout loads the sources as modules.
 */
export function client(): AstroIntegration {
  const files = new Map<string, string>();
  return {
    name: 'client',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        const addresses: Record<string, string> = {};
        if (command === 'build') {
          const root = fileURLToPath(config.root);
          for (const entry of await readdir(path.join(root, ENTRIES))) {
            const name = path.basename(entry, '.ts');
            const code = await bundle(path.join(root, ENTRIES, entry));
            const hash = createHash('sha256').update(code).digest('hex').slice(0, 10);
            addresses[name] = `_entries/${name}.${hash}.js`;
            files.set(addresses[name], code);
          }
          logger.info(`${files.size} entries`);
        }
        updateConfig({
          vite: {
            define: { __ENTRIES__: JSON.stringify(addresses) },
            build: { cssTarget: FLOOR, rolldownOptions: { onLog: withoutDirectiveNoise } },
          },
        });
      },
      'astro:build:done': async ({ dir }) => {
        for (const [address, code] of files) {
          const file = path.join(fileURLToPath(dir), address);
          await mkdir(path.dirname(file), { recursive: true });
          await writeFile(file, code);
        }
      },
    },
  };
}

/** Bundles one TypeScript file to a classic script for the browser floor. */
export async function bundle(file: string, define: Record<string, string> = {}): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    build: {
      write: false,
      target: FLOOR,
      minify: true,
      // A library build leaves `import()` of a finished address alone.
      lib: { entry: file, formats: ['iife'], name: 'entry' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs.flatMap((output) => ('output' in output ? output.output : []));
  const [chunk, ...others] = chunks;
  if (chunk?.type !== 'chunk' || others.length > 0) {
    throw new Error(`${file} did not become exactly one script`);
  }
  return chunk.code;
}

/** Each MDX file would print ten lines that say nothing to an author and hide the real error. */
function withoutDirectiveNoise(
  level: string,
  log: { code?: string },
  next: (level: never, log: never) => void,
): void {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level as never, log as never);
}
