import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { type MdastNode, mdxToJs, mdxToMdast } from 'satteri';
import { slotPlugin } from '../slot-plugin.ts';
import { walk } from './mdast.ts';
import { reportMdxError } from './mdx-errors.ts';
import type { Place, ReportProblem } from './problem.ts';

/** The prose of a lesson as the parser that renders it sees it. */
export interface LessonBody {
  root: MdastNode;
  /** The source, line by line; line 1 is the file's first. */
  lines: readonly string[];
  /** Anchors of its headings. */
  slugs: ReadonlySet<string>;
  placeOf(node: MdastNode): Place;
  /** What an author typed for `node`. */
  sourceOf(node: MdastNode): string;
  /** Where `text` first stands in the source of `node`. */
  placeOfText(node: MdastNode, text: string | RegExp): Place;
}

/** Reads prose, or reports why it can't be read. Frontmatter has to be blanked out before. */
export function readLessonBody(
  file: string,
  text: string,
  report: ReportProblem,
): LessonBody | undefined {
  try {
    const root = mdxToMdast(text);
    const placeOf = (node: MdastNode): Place => ({
      file,
      line: node.position?.start.line ?? 1,
      column: node.position?.start.column ?? 1,
    });
    const sourceOf = (node: MdastNode): string =>
      text.slice(node.position?.start.offset ?? 0, node.position?.end.offset);
    const placeOfText = (node: MdastNode, wanted: string | RegExp): Place => {
      const start = node.position?.start.offset ?? 0;
      const own = sourceOf(node);
      const found = typeof wanted === 'string' ? own.indexOf(wanted) : own.search(wanted);
      if (found < 0) return placeOf(node);
      const before = text.slice(0, start + found).split('\n');
      return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    };
    return {
      root,
      lines: text.split(/\r?\n/),
      slugs: headingSlugs(root, text),
      placeOf,
      sourceOf,
      placeOfText,
    };
  } catch (error) {
    reportMdxError(error, file, text, report);
    return;
  }
}

/** The ids that Astro gives the headings of the page. */
function headingSlugs(root: MdastNode, text: string): ReadonlySet<string> {
  // A line that looks like a program need not compile; it is reported for what it is.
  for (const node of walk(root)) if (node.type === 'mdxjsEsm') return new Set();
  const astro = {
    frontmatter: {},
    headings: [] as { depth: number; slug: string; text: string }[],
    localImagePaths: new Set<string>(),
    remoteImagePaths: new Set<string>(),
  };
  // The plugin that numbers the headings of the page leaves them in `astro`.
  mdxToJs(text, {
    mdastPlugins: [slotPlugin],
    hastPlugins: [satteriHeadingIdsPlugin()],
    data: { astro },
  });
  return new Set(astro.headings.map(({ slug }) => slug));
}
