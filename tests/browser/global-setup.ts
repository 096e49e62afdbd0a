import { prepareBrowser } from './browser-files.ts';

/** Runs once before all workers: two workers that unpack at once would start half a program. */
export default prepareBrowser;
