import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { parse } from 'yaml';

/**
 * Loads every YAML file under `base` that matches `pattern` as one entry, a list or a record, with
 * the file's folder or name as its id (`attitude/03-waiting`, `hospital`). The parser is the one
 * that `npm run check` uses, so both read a date or a yes the same way. In development a file that
 * can't be read is left out, and the others go on: `check` has said what is wrong with it.
 */
export function yamlFiles(base: string, pattern: string): Loader {
  return {
    name: 'yaml-files',
    async load(context: LoaderContext) {
      const root = path.join(fileURLToPath(context.config.root), base);
      const read = async () => {
        context.store.clear();
        for await (const file of glob(pattern, { cwd: root })) {
          await add(file, root, context).catch((error: unknown) => {
            if (!context.watcher) throw error;
            context.logger.warn(`先不显示 ${path.posix.join(base, file)}，它有错。`);
          });
        }
      };
      await read();
      context.watcher?.on('all', (_event, file) => {
        if (file.startsWith(root) && path.matchesGlob(path.relative(root, file), pattern)) read();
      });
    },
  };
}

async function add(file: string, root: string, { store, parseData, config }: LoaderContext) {
  const filePath = path.join(root, file);
  const id = entryId(file);
  const value: Record<string, unknown> = parse(await readFile(filePath, 'utf8'));
  const data = await parseData({ id, data: value, filePath });
  store.set({ id, data, filePath: path.relative(fileURLToPath(config.root), filePath) });
}

/** `modules/attitude/03-waiting/quiz.yaml` -> `attitude/03-waiting`; `sectors/hotel.yaml` -> `hotel`. */
function entryId(file: string): string {
  const { dir, name } = path.posix.parse(file.split(path.sep).join('/'));
  return dir.startsWith('modules/') ? dir.slice('modules/'.length) : name;
}
