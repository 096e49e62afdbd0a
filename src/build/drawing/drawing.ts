import { gzipSync } from 'node:zlib';
import type { PlaceAt, ReportProblem } from '../authoring/problem.ts';
import { nearest } from '../authoring/suggest.ts';
import { classes, elements, MAX_BYTES, MAX_WIDTH } from './language.ts';
import { parseSvg, type SvgElement, SvgError } from './svg.ts';

/** A lesson's picture, to be written into its page. */
export interface Drawing {
  /** In its own units, one of which is a CSS pixel where there is room. */
  width: number;
  height: number;
  /** What stands inside `<svg>`, written anew from what was read and allowed. */
  markup: string;
}

/** Reads an SVG file of a lesson and reports what it may not have: then it belongs on no page. */
export function readDrawing(
  file: string,
  source: string,
  report: ReportProblem,
): Drawing | undefined {
  const placeAt: PlaceAt = (offset) => {
    const before = source.slice(0, offset).split('\n');
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const root = readRoot(source, placeAt, report);
  if (!root) return;
  const size = sizeOf(root, placeAt, report);
  // A title is for whoever opens the file; on the page the figure has a name.
  const shown = root.children.filter((node) => !('name' in node && node.name === 'title'));
  for (const child of shown) checkNode(child, root, placeAt, report);
  if (gzipSync(source).length > MAX_BYTES) {
    report('drawing-too-heavy', placeAt(0), { maximum: MAX_BYTES });
  }
  return size && { ...size, markup: shown.map(write).join('') };
}

function readRoot(source: string, placeAt: PlaceAt, report: ReportProblem): SvgElement | undefined {
  try {
    const root = parseSvg(source);
    if (root.name !== 'svg') throw new SvgError(root.offset, '图要从 <svg> 开始');
    return root;
  } catch (error) {
    if (!(error instanceof SvgError)) throw error;
    report('drawing-broken', placeAt(error.offset), { what: error.message });
    return;
  }
}

/** The root says how large the drawing is, and nothing else. */
function sizeOf(root: SvgElement, placeAt: PlaceAt, report: ReportProblem) {
  for (const { name, offset } of root.attributes) {
    if (name !== 'xmlns' && name !== 'viewBox') {
      report('drawing-attribute', placeAt(offset), { element: 'svg', attribute: name });
    }
  }
  const written = root.attributes.find(({ name }) => name === 'viewBox');
  const [, width = 0, height = 0] = written?.value.match(/^0 0 (\d+) (\d+)$/)?.map(Number) ?? [];
  if (width > 0 && height > 0 && width <= MAX_WIDTH) return { width, height };
  const place = placeAt(written?.offset ?? root.offset);
  report('drawing-size', place, { written: written?.value, maximum: MAX_WIDTH });
  return;
}

function checkNode(
  node: SvgElement['children'][number],
  parent: SvgElement,
  placeAt: PlaceAt,
  report: ReportProblem,
): void {
  if ('text' in node) {
    if (parent.name === 'text' || node.text.trim() === '') return;
    report('drawing-loose-text', placeAt(node.offset + node.text.search(/\S/)), {
      text: node.text.trim(),
    });
    return;
  }
  const known = elements.get(node.name);
  if (!known || parent.name === 'text') {
    report('drawing-element', placeAt(node.offset), {
      element: node.name,
      known: [...elements.keys()],
    });
    return;
  }
  for (const { name, value, offset } of node.attributes) {
    const place = placeAt(offset);
    if (name === 'class') checkClasses(value, place, report);
    else if (!known.has(name)) {
      report('drawing-attribute', place, { element: node.name, attribute: name });
    } else if (!known.get(name)?.test(value)) {
      report('drawing-value', place, { element: node.name, attribute: name, value });
    }
  }
  for (const child of node.children) checkNode(child, node, placeAt, report);
}

function checkClasses(value: string, place: ReturnType<PlaceAt>, report: ReportProblem): void {
  const known = Object.keys(classes);
  for (const name of value.split(/\s+/)) {
    if (known.includes(name)) continue;
    report('drawing-class', place, { name, nearest: nearest(name, known), known });
  }
}

/** Markup is written from the tree: what was not read cannot reach the page. */
function write(node: SvgElement['children'][number]): string {
  if ('text' in node) return escapeText(node.text.replace(/\s+/g, ' ').trim());
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${escapeText(value)}"`);
  const start = `<${node.name}${attributes.join('')}`;
  if (node.children.length === 0) return `${start}/>`;
  return `${start}>${node.children.map(write).join('')}</${node.name}>`;
}

const escapeText = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
