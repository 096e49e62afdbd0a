import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readContentFiles } from '../../src/build/authoring/content-files.ts';
import { collectProblems } from '../../src/build/authoring/problem.ts';
import { readDrawing } from '../../src/build/drawing/drawing.ts';
import { classes, elements } from '../../src/build/drawing/language.ts';

const svg = (shapes: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">${shapes}</svg>`;

function read(source: string) {
  const { problems, report } = collectProblems();
  const drawing = readDrawing('x.svg', source, report);
  return { ...drawing, problems: problems.map(({ id, line, column }) => [id, line, column]) };
}
const idsOf = (source: string) => read(source).problems.map(([id]) => id);

describe('a drawing', () => {
  test('is written anew from what was read: its size, its shapes, its words', () => {
    const source = `<?xml version="1.0"?>
<!-- from a drawing program -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 335 90">
  <title>样机</title>
  <g class="thin" transform='translate(4 5) rotate(-9)'>
    <path d="M0 0H9"/> <!-- a line -->
    <text x="-.5" y="3" text-anchor="middle" > 3 &lt; 5 &amp; “说”
    </text>
  </g>
</svg>
`;
    expect(read(source)).toEqual({
      width: 335,
      height: 90,
      markup:
        '<g class="thin" transform="translate(4 5) rotate(-9)"><path d="M0 0H9"/>' +
        '<text x="-.5" y="3" text-anchor="middle">3 &#60; 5 &#38; “说”</text></g>',
      problems: [],
    });
  });

  test.for([
    ['a script', '<script>alert(1)</script>', 'drawing-element'],
    ['a style', '<style>*{}</style>', 'drawing-element'],
    ['another document', '<foreignObject><p>x</p></foreignObject>', 'drawing-element'],
    ['a picture from elsewhere', '<image href="https://example.com/a.png"/>', 'drawing-element'],
    ['a link', '<a href="javascript:alert(1)"><path d="M0 0"/></a>', 'drawing-element'],
    ['a copy of something else', '<use href="#x"/>', 'drawing-element'],
    ['motion', '<animate attributeName="d"/>', 'drawing-element'],
    ['a second svg', '<svg viewBox="0 0 1 1"/>', 'drawing-element'],
    ['what is called like a property of every object', '<constructor/>', 'drawing-element'],
    ['a shape inside words', '<text><path d="M0 0"/></text>', 'drawing-element'],
    ['an event', '<path d="M0 0" onclick="alert(1)"/>', 'drawing-attribute'],
    ['a style of its own', '<path d="M0 0" style="fill:red"/>', 'drawing-attribute'],
    ['a colour of its own', '<path d="M0 0" fill="#fff"/>', 'drawing-attribute'],
    ['a font of its own', '<text font-family="Arial">字</text>', 'drawing-attribute'],
    ['an id', '<path id="main" d="M0 0"/>', 'drawing-attribute'],
    ['a reference', '<path xlink:href="#x" d="M0 0"/>', 'drawing-attribute'],
    ['the name of a part of every object', '<path toString="1" d="M0 0"/>', 'drawing-attribute'],
    ['an address in a number', '<path d="url(#x)"/>', 'drawing-value'],
    ['a program in a number', '<rect x="expression(1)"/>', 'drawing-value'],
    ['a class of the page', '<path class="button" d="M0 0"/>', 'drawing-class'],
    ['an empty class', '<path class="" d="M0 0"/>', 'drawing-class'],
    ['words that are nowhere', '<g>字</g>', 'drawing-loose-text'],
    ['a tag that is not closed', '<g>', 'drawing-broken'],
    ['a tag that is not finished', '<path d="M0 0"', 'drawing-broken'],
    ['an attribute without quotes', '<path d=M0/>', 'drawing-broken'],
    ['an attribute twice', '<path d="M0 0" d="M1 1"/>', 'drawing-broken'],
    ['an entity of its own', '<text>&nbsp;</text>', 'drawing-broken'],
    ['an entity called like a property', '<text>&constructor;</text>', 'drawing-broken'],
    ['raw data', '<text><![CDATA[<script>]]></text>', 'drawing-broken'],
  ] as const)('may not have %s', ([, shapes, id]) => {
    expect(idsOf(svg(shapes))).toEqual([id]);
  });

  test.for([
    ['a doctype', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`, ['drawing-broken']],
    ['two roots', `${svg('')}${svg('')}`, ['drawing-broken']],
    ['another root', '<html></html>', ['drawing-broken']],
    ['no root', '字', ['drawing-broken']],
    ['a size in the root', svg('').replace('viewBox', 'width="9" viewBox'), ['drawing-attribute']],
    [
      'an event in the root',
      svg('').replace('viewBox', 'onload="x" viewBox'),
      ['drawing-attribute'],
    ],
    ['a frame that begins elsewhere', svg('').replace('0 0 100', '5 5 100'), ['drawing-size']],
    ['no height', svg('').replace('100 50', '100 0'), ['drawing-size']],
  ] as const)('may not have %s', ([, source, ids]) => {
    expect(idsOf(source)).toEqual(ids);
  });

  test('says where each of its mistakes stands', () => {
    expect(read(svg('\n<g>\n  <path fill="x" d="?"/></g>\n<use/>')).problems).toEqual([
      ['drawing-attribute', 3, 9],
      ['drawing-value', 3, 18],
      ['drawing-element', 4, 1],
    ]);
  });
});

describe('the drawings of the course', () => {
  const drawings = readContentFiles('.').filter(({ path }) => path.endsWith('.svg'));
  const sources = drawings.map(({ bytes }) => new TextDecoder().decode(bytes));

  test('are there, sound, and at most 3 kB each', () => {
    expect(drawings.length).toBeGreaterThanOrEqual(14);
    for (const [index, { path, bytes }] of drawings.entries()) {
      expect(read(sources[index] ?? '').problems, path).toEqual([]);
      expect(gzipSync(bytes).length, path).toBeLessThanOrEqual(3072);
    }
  });

  test('never say right or wrong by colour alone', () => {
    for (const [index, { path }] of drawings.entries()) {
      const marked = [...(sources[index] ?? '').matchAll(/<(\w+) class="[^"]*\b(right|wrong)\b/g)];
      for (const meaning of ['right', 'wrong']) {
        const shapes = marked.filter(([, , name]) => name === meaning).map(([, tag]) => tag);
        if (shapes.length > 0)
          expect(shapes, `${path} ${meaning}`).toEqual(expect.arrayContaining(['path', 'text']));
      }
    }
  });

  test('have a look for every class, and no class without a look', () => {
    const styles = readFileSync('src/styles/drawing.css', 'utf8');
    const styled = [...styles.matchAll(/^\.drawing \.([a-z-]+) \{/gm)].map(([, name]) => name);
    expect(styled.toSorted()).toEqual(Object.keys(classes).toSorted());
    expect([...elements.keys()]).toContain('text');
  });
});
