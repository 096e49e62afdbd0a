import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../authoring/check-content.ts';
import { contentFolder } from '../authoring/content-files.ts';
import { localDay } from '../authoring/local-day.ts';
import { toTerminal } from '../authoring/reporters/terminal.ts';

/**
 * In `npm run dev` the check speaks first and after every save: what Astro and the parsers say of an
 * author's mistake is English, and about their code.
 */
export function authoring(): AstroIntegration {
  const say = () => {
    console.log(`\n${toTerminal(checkContent('.', { today: localDay(new Date()) }))}\n`);
  };
  return {
    name: 'authoring',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'dev') say();
      },
      'astro:server:setup': ({ server }) => {
        const content = path.resolve(contentFolder);
        let saved: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_event, file) => {
          if (!path.resolve(file).startsWith(content)) return;
          clearTimeout(saved);
          // An editor may write a file in several steps.
          saved = setTimeout(say, 200);
        });
      },
    },
  };
}
