/** The borders of the code as rules: each says of one file what it breaks. */
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** One source file: its path in the project and what a compiler sees of it. */
interface Source {
  path: string;
  text: string;
  tree: ts.SourceFile;
  imports: readonly Import[];
}

interface Import {
  /** Path in the project for relative imports, else the package as written. */
  target: string;
  specifier: string;
  /** The names it takes, `everything` where it does not say. */
  names: readonly string[];
}

/** Gives what is wrong with a file, in words. */
type Rule = (source: Source) => string[];

/** What `path` with this text breaks; nothing where all is well. */
export function brokenRules(path: string, text: string): string[] {
  const source = parse(path, text);
  return rules.flatMap((rule) => rule(source)).map((broken) => `${path}: ${broken}`);
}

const packages = /^(?!\.|astro:|src\/|tools\/|tests\/)/;

/** Who may import whom; the first line that fits a file counts. Everything else is forbidden. */
const borders: readonly { from: RegExp; may: readonly RegExp[]; rule: string }[] = [
  {
    from: /^src\/core\//,
    may: [/^src\/core\//, /^ts-fsrs$/],
    rule: 'core is pure and imports core only',
  },
  {
    from: /^src\/client\//,
    may: [/^src\/client\//, /^src\/core\//, /^idb$/],
    rule: 'client imports client, core and idb only',
  },
  {
    from: /^src\/sw\//,
    may: [/^src\/sw\//, /^src\/core\//],
    rule: 'sw imports sw and core only',
  },
  {
    from: /^src\/build\/content\.ts$/,
    may: [/^src\/build\//, /^src\/core\//, /^astro:content$/, packages],
    rule: 'build never imports client, sw or components',
  },
  {
    from: /^src\/build\//,
    may: [/^src\/build\//, /^src\/core\//, packages],
    rule: 'build never imports client, sw or components, and runs in plain Node, without astro:*',
  },
  {
    from: /^src\/components\//,
    may: [
      /^src\/components\//,
      /^src\/core\//,
      /^src\/build\/(content|hosting)\.ts$/,
      /^src\/styles\//,
    ],
    rule: 'components import components, core, styles, build/content and build/hosting only',
  },
  {
    from: /^src\/pages\//,
    may: [/^src\/components\//, /^src\/core\//, /^src\/build\/content\.ts$/, /^astro(:content)?$/],
    rule: 'pages gather data and hand it to components: they import components, core and build/content only',
  },
  {
    from: /^src\/content\.config\.ts$/,
    may: [/^src\/build\//, /^astro(:content|\/)/],
    rule: 'content.config.ts imports build only',
  },
  { from: /^src\//, may: [/^src\/core\//], rule: 'what lies in src itself imports core only' },
  {
    from: /^tools\//,
    may: [/^tools\//, /^src\/(build|core)\//, packages],
    rule: 'tools import tools, build and core only',
  },
  {
    from: /^tests\//,
    may: [
      /^tests\//,
      /^tools\//,
      /^src\/(build|core|client)\//,
      /^src\/components\/.*\.ts$/,
      packages,
    ],
    rule: 'tests import tests, tools, build, core, client and the modules of components only',
  },
];

const keepsBorders: Rule = ({ path, imports }) => {
  const border = borders.find(({ from }) => from.test(path));
  if (!border) return [];
  return imports
    .filter(({ target }) => !border.may.some((allowed) => allowed.test(target)))
    .map(({ specifier }) => `imports ${specifier}; ${border.rule}`);
};

const namesItsExtension: Rule = ({ imports }) =>
  imports
    .filter(({ specifier }) => /^\.{1,2}\//.test(specifier) && !/\.\w+(?:\?url)?$/.test(specifier))
    .map(
      ({ specifier }) => `imports ${specifier}; plain Node needs the ending, as in ${specifier}.ts`,
    );

/** The folders of Astro and the five of our own. */
const folders = /^src\/(content|components|pages|core|client|sw|build|styles)\//;
const files = /^src\/(content\.config\.ts|env\.d\.ts)$/;

const hasItsPlace: Rule = ({ path }) =>
  !path.startsWith('src/') || folders.test(path) || files.test(path)
    ? []
    : ['lies in no folder of the architecture'];

const isNamedByItsSubject: Rule = ({ path }) => {
  const vague = path
    .split('/')
    .filter((name) => /\b(utils?|helpers?|managers?|common)\b/i.test(name));
  return vague.map((name) => `${name} names no subject (no utils, helpers, manager, common)`);
};

const isNamedInStyle: Rule = ({ path }) => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (path.startsWith('src/components/') && name.endsWith('.astro')) {
    return /^[A-Z][A-Za-z]*\.astro$/.test(name) ? [] : ['.astro components are PascalCase'];
  }
  if (path.startsWith('src/pages/')) return [];
  return /^[a-z0-9.-]+$/.test(name) ? [] : ['files are kebab-case'];
};

/** What may be imported from `astro:content` outside `build/content.ts`. */
const ofCollections: Record<string, string> = {
  'src/pages/[module]/[lesson].astro': 'render',
  'src/content.config.ts': 'defineCollection',
};

const readsCollectionsInOnePlace: Rule = ({ path, imports }) => {
  if (path.startsWith('src/build/')) return [];
  return imports
    .filter(({ target }) => target === 'astro:content')
    .flatMap(({ names }) => names)
    .filter((name) => name !== ofCollections[path])
    .map((name) => `imports ${name} from astro:content; only build/content.ts calls getCollection`);
};

/** A component's own script would be one more bundle, past the entries and their border. */
const carriesMarkupOnly: Rule = ({ path, text }) =>
  path.endsWith('.astro') && /<script(?![^>]*\bis:inline\b)/.test(text)
    ? ['has a script of its own; components carry markup, elements live in client/elements']
    : [];

const impure = ['document', 'window', 'globalThis', 'navigator', 'localStorage', 'indexedDB'];
const impureCalls = ['fetch', 'Date', 'Date.now', 'Math.random', 'performance.now'];

const hasNoWorldInCore: Rule = ({ path, tree }) => {
  if (!path.startsWith('src/core/')) return [];
  const found = new Set<string>();
  for (const { text } of identifiers(tree)) if (impure.includes(text)) found.add(text);
  visit(tree, (node) => {
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText(tree);
      if (impureCalls.includes(called)) found.add(`${called}()`);
    }
    if (ts.isNewExpression(node) && !node.arguments?.length) {
      if (node.expression.getText(tree) === 'Date') found.add('new Date()');
    }
  });
  return [...found].map((it) => `uses ${it}; clock, chance and world are arguments of core`);
};

const rules: readonly Rule[] = [
  keepsBorders,
  namesItsExtension,
  hasItsPlace,
  isNamedByItsSubject,
  isNamedInStyle,
  readsCollectionsInOnePlace,
  carriesMarkupOnly,
  hasNoWorldInCore,
];

function parse(path: string, text: string): Source {
  const code = path.endsWith('.astro') ? frontmatter(text) : text;
  const tree = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const imports: Import[] = [];
  visit(tree, (node) => {
    const literal = importedBy(node);
    if (!literal || !ts.isStringLiteralLike(literal)) return;
    const specifier = literal.text;
    const target = specifier.startsWith('.') ? join(dirname(path), specifier) : specifier;
    imports.push({ target, specifier, names: namesOf(node) });
  });
  return { path, text, tree, imports };
}

/** Every way to name another module: import, export from, `import()` and the type `import()`. */
function importedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return node.arguments[0];
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return node.argument.literal;
  }
  return undefined;
}

function namesOf(node: ts.Node): string[] {
  const bindings = ts.isImportDeclaration(node) && node.importClause?.namedBindings;
  if (!bindings || ts.isNamespaceImport(bindings)) return ['everything'];
  return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

const frontmatter = (text: string) => /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';

/** Identifiers that stand for a value, so not `fetch` in `network.fetch`, nor a field's name. */
function identifiers(tree: ts.SourceFile): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  visit(tree, (node) => {
    const isName = (node.parent as { name?: ts.Node } | undefined)?.name === node;
    if (ts.isIdentifier(node) && !isName) found.push(node);
  });
  return found;
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
