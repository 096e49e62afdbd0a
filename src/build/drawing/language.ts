/**
 * What a drawing is made of. It has shapes and words, and no colours, widths, fonts, ids or
 * addresses of its own: a class says what a line means, and styles/drawing.css how it looks in
 * light, in dark and in print. Nothing in it can run, load, or refer to something on the page.
 */

/** Numbers as SVG writes them. */
const number = /^-?(?:\d+\.?\d*|\.\d+)$/;
const numbers = /^[\d\s.,-]+$/;
const path = /^[MmLlHhVvCcSsQqTtAaZz\d\s.,-]+$/;
const moves = /^(?:(?:translate|rotate|scale)\([\d\s.,-]+\)\s*)+$/;

/** Attributes of every shape: where it is put, and what it means. */
const common = { transform: moves };

const shapes = {
  g: common,
  path: { ...common, d: path },
  line: { ...common, x1: number, y1: number, x2: number, y2: number },
  polyline: { ...common, points: numbers },
  polygon: { ...common, points: numbers },
  rect: { ...common, x: number, y: number, width: number, height: number, rx: number },
  circle: { ...common, cx: number, cy: number, r: number },
  ellipse: { ...common, cx: number, cy: number, rx: number, ry: number },
  text: { ...common, x: number, y: number, 'text-anchor': /^(?:start|middle|end)$/ },
};

/** Elements by name, with the attributes each may have and what these look like. */
export const elements: ReadonlyMap<string, ReadonlyMap<string, RegExp>> = new Map(
  Object.entries(shapes).map(([name, attributes]) => [name, new Map(Object.entries(attributes))]),
);

/** Classes by name, as the guide explains them. */
export const classes: Record<string, string> = {
  thin: '细线、淡线：格子、尺寸线、地面。',
  thick: '粗线：要人先看见的那一笔。',
  dash: '虚线：还没有的、走过去的、看过去的。',
  solid: '涂实：箭头、圆点、要压住的格子。',
  paper: '填成纸面的颜色，盖住后面的线；也用作涂实的地方的字。',
  tint: '填一层淡底。',
  limb: '手臂和腿，先描粗。',
  sleeve: '同一条手臂和腿再描一遍，成为空心的。',
  right: '对的：绿，总要同时画√、写字。',
  wrong: '错的：红，总要同时画×、写字。',
  big: '大字：图里要先读到的。',
};

/** Wider than this, words drawn at 14 units become too small on a phone 375 pixels wide. */
export const MAX_WIDTH = 340;

/** A drawing is part of its page's weight; in bytes, gzip. */
export const MAX_BYTES = 3072;
