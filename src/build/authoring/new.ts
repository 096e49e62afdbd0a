/**
 * `npm run new -- module|lesson|question|phrase …`: writes what `npm run check` accepts, with
 * 【待写】 where an author goes on. It creates and appends, and never overwrites.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal, runCommand } from './command.ts';
import { readContentFiles } from './content-files.ts';
import { localDay } from './local-day.ts';
import { newPhrase, newQuestion } from './new/add-to-lesson.ts';
import type { Change } from './new/change.ts';
import { readExisting } from './new/existing.ts';
import { newLesson } from './new/lesson.ts';
import { newModule } from './new/module.ts';
import { questionKinds } from './new/question-templates.ts';

const usage = `用法：
  npm run new -- module 编号 模块名
  npm run new -- lesson 模块编号 编号 课名
  npm run new -- question 模块编号/课的编号 [题目编号] [--kind ${questionKinds.join('|')}]
  npm run new -- phrase 模块编号/课的编号 [话术编号]`;

function makeChanges(root: string, words: readonly string[], kind: string | undefined): Change[] {
  const existing = readExisting(readContentFiles(root), localDay(new Date()));
  const [what, first, second, third, ...rest] = words;
  if (rest.length > 0) throw new Refusal(usage);
  if (what === 'module' && first && second && !third) return newModule(existing, first, second);
  if (what === 'lesson' && first && second && third) {
    return newLesson(existing, first, second, third);
  }
  if (what === 'question' && first && !third) {
    return newQuestion(existing, first, { id: second, kind });
  }
  if (what === 'phrase' && first && !third && kind === undefined)
    return newPhrase(existing, first, { id: second });
  throw new Refusal(usage);
}

runCommand(usage, () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { kind: { type: 'string' }, root: { type: 'string', default: '.' } },
  });
  const changes = makeChanges(values.root, positionals, values.kind);
  for (const change of changes) {
    const file = path.join(values.root, change.path);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, change.text);
  }
  console.log(`已写好：\n${changes.map((change) => `  ${change.path}`).join('\n')}`);
  console.log('接下来：把【待写】换成自己的话，再运行 npm run check');
});
