import path from 'node:path';
import type { LessonBody } from '../lesson-body.ts';
import { attributeOf, type Element, elements, textOf } from '../mdast.ts';
import type { ReportProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';

/** Shorter than this, in characters, words can't teach what a picture does. */
const MINIMUM = { alt: 10, words: 30 };

/** A figure has its drawing beside the lesson, and words for those who don't see it. */
export const figuresTeachInWords: Rule = ({ lessons, files }, report) => {
  for (const { body, folder } of lessons) {
    if (!body) continue;
    const inFolder = [...files].filter((file) => path.posix.dirname(file) === folder);
    const drawings = inFolder.map((file) => path.posix.basename(file)).filter(isDrawing);
    for (const figure of elements(body.root)) {
      if (figure.name !== 'Figure') continue;
      checkDrawing(figure, drawings, body, report);
      checkWords(figure, body, report);
    }
  }
};

function checkDrawing(
  figure: Element,
  drawings: readonly string[],
  body: LessonBody,
  report: ReportProblem,
): void {
  const drawing = attributeOf(figure, 'src')?.trim();
  if (!drawing || drawings.includes(drawing)) return;
  const place = body.placeOfText(figure, /(?<=\s)src=/);
  if (isDrawing(drawing)) {
    report('missing-drawing', place, { drawing, nearest: nearest(drawing, drawings) });
  } else report('figure-not-svg', place, { drawing });
}

function checkWords(figure: Element, body: LessonBody, report: ReportProblem): void {
  const check = (what: string, text: string, minimum: number, place = body.placeOf(figure)) => {
    const { length } = [...text.replace(/\s/g, '')];
    // What is not there at all is reported with the other components.
    if (length > 0 && length < minimum) {
      report('figure-text-too-short', place, { what, length, minimum });
    }
  };
  const alt = attributeOf(figure, 'alt') ?? '';
  check('图的 alt ', alt, MINIMUM.alt, body.placeOfText(figure, /(?<=\s)alt=/));
  check('图后面的话', figure.children.map(textOf).join(''), MINIMUM.words);
}

const isDrawing = (name: string) => /\.svg$/i.test(name);
