import {
  type Document,
  type ErrorCode,
  isCollection,
  isScalar,
  type Node,
  visit,
  type YAMLParseError,
} from 'yaml';
import type { PlaceAt, ReportProblem } from './problem.ts';

/** What the parser's codes mean to someone who has never heard of YAML, and what to do. */
const meanings: Partial<Record<ErrorCode, { what: string; instead: string }>> = {
  BAD_INDENT: {
    what: '这里的 [ ] 或 { } 没有在同一处写完。',
    instead: '请补上配对的括号；内容长就换成一行一条、以“- ”开头的列表。',
  },
  BAD_SCALAR_START: {
    what: '文字不能以这个符号开头。',
    instead: '请用英文引号把整段文字括起来。',
  },
  BAD_DQ_ESCAPE: {
    what: '英文双引号里的反斜杠 \\ 有特别的意思。',
    instead: "请删掉反斜杠，或者改用英文单引号 ' 括起来。",
  },
  MISSING_CHAR: {
    what: '这一条的前面少了“- ”，或者没有和上一条对齐。',
    instead: '列表的每一条都以“- ”开头，上下对齐。',
  },
  MULTILINE_IMPLICIT_KEY: {
    what: '这一行不像“字段: 值”。',
    instead: '请写英文冒号，后面空一格；接着上一行的话，要比上一行多缩进两格。',
  },
  MULTIPLE_DOCS: {
    what: '文件中间有单独一行 --- 或 ...，它后面的都读不到。',
    instead: '请删掉这一行。',
  },
  UNEXPECTED_TOKEN: {
    what: '这里多出了读不懂的字。',
    instead: '请看引号是否配对；以引号开头的文字，要括到最后一个字。',
  },
};

const unknown = {
  what: '这里的写法读不懂。',
  instead: '请照旁边写好的一条改：字段、英文冒号、空格、内容。',
};
const unclosedQuote = {
  what: '这个英文引号没有配对。',
  instead: '请在这段文字最后补上同样的引号。',
};
const misaligned = {
  what: '这一行的缩进和上一行对不上。',
  instead: '同一条里的字段要上下对齐，缩进用空格，每一层两个。',
};
const colonInText = {
  what: '文字里有英文冒号加空格，会被当作另一个字段。',
  instead: '请换成中文冒号“：”，或者用英文引号把整段文字括起来。',
};
const wrongSpace = {
  what: '这里有一个全角空格，或者从网页、Word 里带来的空格。',
  instead: '请删掉它，切到英文输入，重新打空格。',
};
const wrongDash = {
  what: '列表的短横线用了全角的。',
  instead: '请换成英文的 -，后面空一格。',
};
const wrongComma = {
  what: '{ } 里的几样用了中文逗号隔开。',
  instead: '请换成英文逗号，后面空一格。',
};
const listOnLine = {
  what: '冒号后面不能直接写“- ”。',
  instead: '是列表就另起一行，每条以“- ”开头；是文字就用英文引号括起来。',
};
const colonWithoutSpace = {
  what: '英文冒号后面没有空格，这一行没有被认作字段。',
  instead: '请在冒号后面空一格。',
};

/** Reports the first thing that stopped the parser; what follows it is mostly its echo. */
export function reportYamlError(
  error: YAMLParseError,
  document: Document.Parsed,
  text: string,
  placeAt: PlaceAt,
  report: ReportProblem,
): void {
  const [start] = error.pos;
  const line = lineAround(text, start);
  const name = line.text.match(/^\s*(?:- +)?([A-Za-z][\w-]*)([：:])(?=(.?))/);
  const tab = line.text.match(/^ *(?:- *)?\t/);
  const sign = line.text.match(/: +([&*!]\S*)/);
  const say = (offset: number, meaning: { what: string; instead: string }) =>
    report('yaml-syntax', placeAt(skipSpace(text, offset)), meaning);

  const space = line.text.search(/(?<=^[ -]*(?:[A-Za-z][\w-]*:)?)[\u00a0\u3000]/);
  const dash = line.text.search(/(?<=^ *)[－–—]/);
  const inline = line.text.search(/(?<=: +)[-?] /);

  if (space >= 0) say(line.start + space, wrongSpace);
  else if (dash >= 0) say(line.start + dash, wrongDash);
  else if (error.code === 'TAB_AS_INDENT' || tab) {
    report('yaml-tab', placeAt(line.start + line.text.indexOf('\t')));
  } else if (error.code === 'DUPLICATE_KEY') {
    report('yaml-duplicate-field', placeAt(start), {
      field: text.slice(start).split(/\s*:/)[0] ?? '',
    });
  } else if (name?.[2] === '：') {
    const offset = line.start + line.text.indexOf(name[1] ?? '');
    report('yaml-full-width-colon', placeAt(offset), { written: `${name[1]}：` });
  } else if (sign) {
    const written = sign[1] ?? '';
    report('yaml-feature', placeAt(line.start + line.text.indexOf(written)), { written });
  } else if (inline >= 0) {
    say(line.start + inline, listOnLine);
  } else if (name?.[3]?.trim()) {
    say(line.start + line.text.indexOf(name[2] ?? ''), colonWithoutSpace);
  } else if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    const inText = /: |:\s*$/.test(text.slice(start, line.end));
    say(inText ? start : line.end + 1, inText ? colonInText : misaligned);
  } else if (error.code === 'MISSING_CHAR' && /closing .quote/.test(error.message)) {
    say(openerBefore(document, start, isQuoted) ?? start, unclosedQuote);
  } else if (error.code === 'BLOCK_IN_FLOW') {
    say(start, /，/.test(text.slice(start, error.pos[1])) ? wrongComma : colonInText);
  } else if (error.code === 'BAD_INDENT') {
    say(openerBefore(document, start, isFlow) ?? start, meanings.BAD_INDENT ?? unknown);
  } else {
    say(start, meanings[error.code] ?? unknown);
  }
}

/** An error may begin at the white space before its culprit. */
const skipSpace = (text: string, offset: number) =>
  offset + (text.slice(offset).match(/^ */)?.[0].length ?? 0);

function lineAround(text: string, offset: number) {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const end = next < 0 ? text.length : next;
  return { start, end, text: text.slice(start, end) };
}

const isQuoted = (node: Node) => isScalar(node) && node.type?.startsWith('QUOTE') === true;
const isFlow = (node: Node) => isCollection(node) && node.flow === true;

/** Where the last quote or bracket opens before `offset`: the culprit of an end that is missing. */
function openerBefore(
  document: Document.Parsed,
  offset: number,
  isOpener: (node: Node) => boolean,
): number | undefined {
  let opener: number | undefined;
  visit(document, {
    Node(_key, node) {
      const start = node.range?.[0];
      if (start !== undefined && start < offset && isOpener(node)) opener = start;
    },
  });
  return opener;
}
