/**
 * One defect for each mechanism that protects a learner, planted into the built site: the row that
 * is about it has to break. A harness that passes a defective site proves nothing of ours.
 */
import { rm } from 'node:fs/promises';
import { randomFrom } from '../content/random-edit.ts';
import { LESSON } from '../e2e/authored.ts';
import { deriveSite, type Patch } from './derived-site.ts';
import { dieDownloading } from './download-kills.ts';
import { judge, MOST_PACKS, ours } from './judge-site.ts';
import {
  completeDeploy,
  goOn,
  loadLate,
  missPage,
  shareQuiz,
  stumble,
  updateInTest,
  waitInVain,
} from './rows.ts';
import { addFact, expect, filesOf, NEXT_SCRIPT, type Stage, test } from './stage.ts';

interface Defect {
  mechanism: string;
  patches: readonly Patch[];
  /** Packs that the row does without. */
  without?: readonly string[];
  /** Rejects where the defect shows. */
  row: (stage: Stage, folder: string) => Promise<void>;
  /** What the rejection has to speak of: it must not come from something else. */
  shows: RegExp;
}

/** Makes the site ready behind a fault of one lesson. */
async function judgeBehind({ page, site, root }: Stage, fault: 'portal' | 'stall'): Promise<void> {
  site.fault = (path) => (path === `/${LESSON}/` ? fault : undefined);
  const { outcome, wrong } = await judge(ours, page, site, await filesOf(root));
  expect(`${outcome} ${wrong}`).toBe('refused ');
}

/** What a terminal is told of colours. */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');

const defects: readonly Defect[] = [
  {
    mechanism: 'verification by digest and length',
    patches: [
      {
        file: 'core/offline/verify.ts',
        from: "if (!digest.startsWith(expected.sha256)) throw new RefusedError('digest', address);",
        to: '',
      },
      { file: 'core/offline/verify.ts', from: 'bytes.length !== expected.bytes', to: 'false' },
      { file: 'core/offline/verify.ts', from: 'if (length > most) return undefined;', to: '' },
    ],
    without: MOST_PACKS,
    row: (stage) => judgeBehind(stage, 'portal'),
    shows: /ready attitude\/waiting\//,
  },
  {
    mechanism: 'deadline of a download',
    patches: [{ file: 'core/offline/verify.ts', from: 'STALL = 20_000', to: 'STALL = 9_000_000' }],
    without: MOST_PACKS,
    row: (stage) => judgeBehind(stage, 'stall'),
    shows: /hangs/,
  },
  {
    mechanism: 'another try by itself',
    patches: [
      { file: 'client/offline/packs.ts', from: 'RETRIES = [500, 2000]', to: 'RETRIES = []' },
    ],
    row: (stage) => stumble(stage, 'broken'),
    shows: /data-state/,
  },
  {
    mechanism: 'commit point of a download',
    patches: [
      {
        file: 'client/offline/packs.ts',
        from: "await shelve({ build: '', at: 0, ...known, id, rests: undefined });",
        to: 'void known; await shelve({ id, build: build.id, at: 1 });',
      },
      {
        file: 'client/offline/library.ts',
        from: 'const missing = goesOn ? 0 :',
        to: 'const missing = goesOn || row ? 0 :',
      },
    ],
    row: async ({ site, root }, folder) => {
      const files = await filesOf(root);
      const random = randomFrom(7);
      site.latency = 10;
      const life = { profile: folder, site, files, random, deaths: 4 };
      const deaths = await dieDownloading(life);
      expect(deaths.flatMap((death) => death.false)).toEqual([]);
    },
    shows: /nothing/,
  },
  {
    mechanism: 'what was kept is not fetched again',
    patches: [
      {
        file: 'client/offline/packs.ts',
        from: 'const missing = await missingOf(list);',
        to: 'const missing = missingFiles(list, new Set());',
      },
    ],
    row: (stage) => goOn(stage, 'missing', /网站没给这个文件/),
    shows: /toEqual/,
  },
  {
    mechanism: 'retention of the build before',
    patches: [
      {
        file: 'sw/builds.ts',
        from: 'new Set([build, before, ...keep])',
        to: 'new Set([build, ...keep])',
      },
      // The search of yesterday keeps its build too.
      {
        file: 'client/offline/library.ts',
        from: 'return { build: build.id, keep };',
        to: 'return { build: build.id, keep: keep.slice(keep.length) };',
      },
    ],
    row: loadLate,
    shows: /later\.[0-9a-f]+\.js: /,
  },
  {
    mechanism: 'a download passes the worker by',
    patches: [
      {
        file: 'sw/service-worker.ts',
        from: "request.cache === 'no-store'",
        to: 'false',
      },
    ],
    row: completeDeploy,
    shows: /更新|今天早上才补上的|data-state/,
  },
  {
    mechanism: 'the build that was switched to answers first',
    patches: [
      {
        file: 'sw/builds.ts',
        from: '[build, before, ...(await keptIds(texts))]',
        to: '[before, ...(await keptIds(texts)), build]',
      },
    ],
    row: completeDeploy,
    shows: /今天早上才补上的|attitude\/waiting|data-next/,
  },
  {
    mechanism: 'update lock of an open paper',
    patches: [
      { file: 'client/elements/course-notices.ts', from: 'if (!open) document', to: 'document' },
    ],
    row: updateInTest,
    shows: /这张卷子还没答完|expect\(received\)\.toBe/,
  },
  {
    mechanism: 'one holder of a quiz',
    patches: [
      {
        file: 'client/store/holder.ts',
        from: 'if (navigator.locks) return holdLock',
        to: 'if (id) return; else return holdLock',
      },
    ],
    row: shareQuiz,
    shows: /这组题已在另一页打开/,
  },
  {
    mechanism: 'the page in place of a missing one',
    patches: [
      {
        file: 'sw/answer.ts',
        from: 'if (!page) return fetch(request);',
        to: 'if (page) return fetch(request);',
      },
      { file: 'sw/answer.ts', from: 'after(PATIENCE, page)', to: 'after(PATIENCE, page as never)' },
    ],
    row: missPage,
    shows: /ERR_FAILED|ERR_CONNECTION|ERR_EMPTY/,
  },
  {
    mechanism: 'deadline of a navigation',
    patches: [{ file: 'sw/answer.ts', from: 'PATIENCE = 10_000', to: 'PATIENCE = 9_000_000' }],
    row: waitInVain,
    shows: /Timeout 20000ms exceeded/,
  },
];

// What is broken is waited for in vain.
test.use({ actionTimeout: 20_000, navigationTimeout: 20_000 });

for (const { mechanism, patches, without = [], row, shows } of defects) {
  test(`planted: without “${mechanism}” its row breaks @faults`, async ({
    page,
    context,
    site,
    root,
    nextRoot,
  }, testInfo) => {
    test.setTimeout(240_000);
    const [bad, badNext] = [
      await deriveSite(root, { patches, without }),
      await deriveSite(nextRoot, { patches, without, script: NEXT_SCRIPT }),
    ];
    try {
      await site.deploy(bad);
      const stage = { page, context, site, root: bad, nextRoot: badNext };
      const said = await row(stage, testInfo.outputPath('profile')).then(
        () => 'nothing was found',
        (error: Error) => error.message.replaceAll(COLOUR, ''),
      );
      expect(said).toMatch(shows);
      addFact(testInfo, `planted: ${mechanism}`, 'found');
    } finally {
      for (const folder of [bad, badNext]) await rm(folder, { recursive: true });
    }
  });
}
