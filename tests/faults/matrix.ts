/** The 45 faults of the matrix. A test names those that it proves with tags: `@row-7`. */
export interface MatrixRow {
  row: number;
  fault: string;
  /** Why it is not run. */
  notRun?: string;
}

const faults = [
  'network gone, pack ready',
  'network gone, pack absent',
  'file missing (404)',
  'file broken twice (500), then well',
  'line cut in the middle of a file',
  'truncated, Content-Length kept',
  'truncated, Connection: close',
  'truncated, chunked',
  'stalled in the middle of a body',
  'slow drip, 200 B/s',
  'captive portal answers everything, 200',
  'captive portal redirects to its login',
  'portal answers the worker’s script and the pointer',
  'soft 404: a script’s path gives the home page',
  'wrong media type for script and wasm',
  'one byte changed on the way',
  'worker’s script 404, 500, cut, truncated, portal',
  'old worker’s script beside new pages',
  'half deploy, random subset of new files',
  'half deploy, then completed',
  'rollback to an older build',
  'old tab, new build, a script loaded late',
  'two tabs, two builds, one quiz',
  'update ready in the middle of a quiz',
  'frozen tab holds the old database',
  'SIGKILL in the middle of a quiz',
  'SIGKILL in the middle of a download',
  'SIGKILL during migration and import',
  'renderer crash',
  'worker stopped at any step',
  'disk full during a download',
  'disk full at an answer',
  'database deleted under an open page',
  'database damaged on the disk',
  'random cache entries evicted',
  'all storage wiped',
  'no service worker; no database',
  'database connection lost in the background',
  'clock years off, other time zone',
  'import malformed, truncated, 200 MB, wrong checksum',
  'import with __proto__, depth, NaN, doubles',
  'compressed bomb as import',
  'import of an older backup, and twice',
  'markup in search, hash, lesson and answers',
  'cells of a table that begin a formula',
];

const notRun: Readonly<Record<number, string>> = {
  45: 'the site exports no tables yet',
};

export const matrix: readonly MatrixRow[] = faults.map((fault, index) => {
  const row = index + 1;
  const reason = notRun[row];
  return { row, fault, ...(reason && { notRun: reason }) };
});
