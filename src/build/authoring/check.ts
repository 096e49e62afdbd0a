/**
 * `npm run check [-- --json] [--accept] [--publish] [--coverage] [--root DIR]`: checks the content of
 * the project and exits with 1 when there is an error, or a warning that its author did not waive.
 * Otherwise `--accept` writes every published id into the ledger. With it, and with `--publish`, which
 * a build asks for, what a published module has left to be written is an error too. `--coverage` adds
 * where each point of the source and each objective is taught and practised.
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from './check-content.ts';
import { Refusal, runCommand } from './command.ts';
import { contentFolder } from './content-files.ts';
import { localDay } from './local-day.ts';
import { coverageTables } from './reporters/coverage.ts';
import { toJson } from './reporters/json.ts';
import { toTerminal } from './reporters/terminal.ts';

const usage = '用法：npm run check [-- --json] [-- --accept] [-- --coverage]';

runCommand(usage, () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      accept: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      coverage: { type: 'boolean', default: false },
      root: { type: 'string', default: '.' },
    },
  });

  if (!existsSync(path.join(values.root, contentFolder))) {
    throw new Refusal(`这里没有 ${contentFolder} 文件夹，请在项目文件夹里运行。`);
  }
  const report = checkContent(values.root, { today: localDay(new Date()) });
  const unwritten = report.problems.filter(({ id }) => id === 'placeholder-left').length;
  const unfit = (values.accept || values.publish) && unwritten > 0;
  const failed = unfit || report.problems.some(({ level }) => level !== 'notice');
  const accepted = values.accept && !failed;
  if (accepted) {
    const file = path.join(values.root, contentFolder, 'ledger.json');
    writeFileSync(file, `${JSON.stringify(report.ledger, null, 2)}\n`);
  }
  const shown = accepted ? { ...report, newIds: 0 } : report;
  if (values.json) console.log(toJson(shown, { coverage: values.coverage }));
  else {
    if (values.coverage) console.log(coverageTables(shown.coverage));
    console.log(toTerminal(shown));
  }
  if (accepted && !values.json) {
    console.log(`编号已记入 ${contentFolder}/ledger.json，请和内容一起提交。`);
  }
  if (unfit) {
    console.error(`还有 ${unwritten} 处【待写】，写完才能发布。边写边看，运行 npm run dev。`);
  }
  if (failed) process.exitCode = 1;
});
