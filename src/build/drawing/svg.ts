/** An element of an SVG file as its author wrote it. Offsets count characters of the file. */
export interface SvgElement {
  name: string;
  offset: number;
  attributes: readonly SvgAttribute[];
  children: readonly (SvgElement | SvgText)[];
}

export interface SvgAttribute {
  name: string;
  value: string;
  offset: number;
}

export interface SvgText {
  text: string;
  offset: number;
}

/** Where a file stops being the small XML that is read here, and what is wrong there. */
export class SvgError extends Error {
  override readonly name = 'SvgError';
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** What may be written instead of a character. */
const entities = new Map([
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['quot;', '"'],
  ['apos;', "'"],
]);

const END = /<\/([^\s>]*)\s*>/y;

/**
 * Reads elements, attributes and text, and throws an `SvgError` (its message in Chinese, for
 * authors) at everything else XML has: a drawing needs no doctype, entities of its own or CDATA.
 * Comments and the XML declaration, which drawing programs write, are passed over.
 */
export function parseSvg(source: string): SvgElement {
  let at = source.startsWith('\uFEFF') ? 1 : 0;
  /** Takes what stands here if it looks like `pattern` (sticky). */
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const decode = (raw: string, offset: number) =>
    raw.replace(/&([^;\s]*;?)/g, (written, name: string, index: number) => {
      const character = entities.get(name);
      if (character) return character;
      throw new SvgError(offset + index, `不认识“${written}”，& 要写成 &amp;`);
    });

  const skip = () => take(/(?:\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*/y);

  function attributes(): SvgAttribute[] {
    const found: SvgAttribute[] = [];
    for (;;) {
      take(/\s+/y);
      const offset = at;
      const [, name = '', double, single] =
        take(/([A-Za-z][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y) ?? [];
      if (!name) return found;
      if (found.some((attribute) => attribute.name === name)) {
        throw new SvgError(offset, `同一个标签上写了两个 ${name}`);
      }
      found.push({ name, value: decode(double ?? single ?? '', offset), offset });
    }
  }

  function element(): SvgElement {
    const offset = at;
    const name = take(/<([A-Za-z][\w:.-]*)/y)?.[1];
    if (!name) throw new SvgError(offset, '这里不是一个标签');
    const own = attributes();
    if (take(/\s*\/>/y)) return { name, offset, attributes: own, children: [] };
    if (!take(/\s*>/y)) throw new SvgError(at, `<${name}> 这个标签没有写完`);
    const children: (SvgElement | SvgText)[] = [];
    let end = take(END);
    for (; !end; end = take(END)) {
      if (take(/<!--[\s\S]*?-->/y)) continue;
      const start = at;
      const raw = take(/[^<]+/y)?.[0];
      if (raw !== undefined) children.push({ text: decode(raw, start), offset: start });
      else if (at < source.length) children.push(element());
      else throw new SvgError(offset, `<${name}> 没有结束`);
    }
    if (end[1] !== name) {
      throw new SvgError(end.index, `这里该结束的是 <${name}>，却写了 ${end[0]}`);
    }
    return { name, offset, attributes: own, children };
  }

  skip();
  const root = element();
  skip();
  if (at < source.length) throw new SvgError(at, '图在前一个标签已经结束，后面还有东西');
  return root;
}
