import { Refusal } from '../command.ts';

/** A file as a command leaves it: new, or with something added. */
export interface Change {
  path: string;
  text: string;
}

/** Adding to a file that has to be mended first could lose what stands in it. */
export const refuseUnreadable = (path: string) =>
  new Refusal(`${path} 有错，请先运行 npm run check 改好它。`);

/** What stands where an author still has to write; `check` reminds of it once it is published. */
export const placeholder = '【待写】';
