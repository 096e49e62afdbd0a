import { z } from 'astro/zod';

/** What an id looks like wherever an author writes one. */
export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Folders of the site are called like this, and a file system has a limit. */
export const longestId = 60;

/** Fields that several schemas share. Each says in one sentence what an author writes there. */
export const id = z
  .string()
  .max(longestId)
  .regex(idPattern)
  .describe('编号：小写字母、数字和短横线，写下以后不再改。');

/** `<module>/<lesson>` */
export const lessonPath = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);

/** What may stay blank, which YAML reads as nothing at all. */
export const blank = z.union([z.string(), z.null()]).transform((value) => value ?? '');

export const text = z.string().trim().min(1);

export const date = z.iso.date().describe('日期，写成 2027-11-30 这样。');

export const version = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/)
  .describe('版本号，写成 1.0.0 这样。');
