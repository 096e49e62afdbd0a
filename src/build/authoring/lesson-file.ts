import { type LessonBody, readLessonBody } from './lesson-body.ts';
import { type ReportProblem, topOf } from './problem.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** `lesson.mdx` in its two parts, each at its place in the file. */
export interface LessonFile {
  frontmatter?: YamlSource | undefined;
  body?: LessonBody | undefined;
}

/** Splits and reads a lesson. Each part keeps its line and column, the other is blanked out. */
export function readLessonFile(file: string, text: string, report: ReportProblem): LessonFile {
  if (!/^---\r?\n/.test(text)) {
    report('frontmatter-missing', topOf(file));
    return {};
  }
  // Astro ends the frontmatter at the first line that begins with ---.
  const end = text.indexOf('\n---', 3) + 1;
  if (end === 0 || !/^---[ \t]*(\r?\n|$)/.test(text.slice(end))) {
    report('frontmatter-unclosed', topOf(file));
    return {};
  }
  const yaml = `   ${text.slice(3, end)}`;
  const prose = text.slice(0, end + 3).replace(/[^\r\n]/g, ' ') + text.slice(end + 3);
  return {
    frontmatter: readYaml(file, yaml, report, { frontmatter: true }),
    body: readLessonBody(file, prose, report),
  };
}
