import type { MdastNode } from 'satteri';
import { type AuthoredCourse, type AuthoredLesson, mayBeUnread } from '../authored-course.ts';
import type { LessonBody } from '../lesson-body.ts';
import { attributeOf, elements, isElement, textOf, walk } from '../mdast.ts';
import type { Place, ReportProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';

/** Anchors that components print for themselves. */
const ownAnchors = ['quiz', 'phrases', 'sources', 'case'];

/** Links inside the course go through `<Link>` to a lesson that is there. */
export const linksLeadSomewhere: Rule = (course, report) => {
  for (const module of course.modules) {
    const published = module.entry?.data?.status === 'published';
    for (const { body, path: own } of module.lessons) {
      if (!body) continue;
      for (const element of elements(body.root)) {
        const to = element.name === 'Link' ? attributeOf(element, 'to') : undefined;
        if (to) checkLink(to, { own, published }, body.placeOf(element), course, report);
      }
      for (const node of walk(body.root)) {
        if (node.type === 'link') checkMarkdownLink(node, body, report);
        if (node.type === 'definition') checkUrl(node.url, body.placeOf(node), report);
        if (!isLink(node)) continue;
        const [inner] = [...walk(node)].filter((below) => below !== node && isLink(below));
        if (inner) report('link-in-link', body.placeOf(inner));
      }
    }
  }
};

function checkLink(
  to: string,
  { own, published }: { own: string | undefined; published: boolean },
  place: Place,
  course: AuthoredCourse,
  report: ReportProblem,
): void {
  const { modules, lessons } = course;
  const [, path = '', anchor] = to.match(/^([^#]*)(?:#([\s\S]*))?$/) ?? [];
  const lesson = lessons.find((candidate) => candidate.path === path);
  if (!lesson) {
    if (mayBeUnread(course, path)) return;
    const near = nearest(
      path,
      lessons.flatMap((candidate) => candidate.path ?? []),
    );
    report('dead-link', place, { to, instead: insteadOf(to, anchor, path ? near : own) });
    return;
  }
  const target = modules.find(({ folder }) => folder === lesson.module);
  if (published && target?.entry?.data?.status === 'draft') {
    report('link-to-draft', place, { to, module: lesson.module });
  }
  const anchors = anchorsOf(lesson);
  if (anchor !== undefined && anchors && !anchors.includes(anchor)) {
    report('dead-anchor', place, { path, anchor, nearest: nearest(anchor, anchors) });
  }
}

/** What to write where a link leads nowhere; `near` is the lesson that was probably meant. */
function insteadOf(to: string, anchor: string | undefined, near: string | undefined): string {
  if (/^[a-z]+:/i.test(to)) return `别的网站请写成 [文字](${to})，不用 <Link>。`;
  if (near) return `请改成 to="${anchor ? `${near}#${anchor}` : near}"。`;
  return 'to 要写成 模块编号/课的编号，比如 attitude/waiting。';
}

const isLink = (node: MdastNode): boolean =>
  node.type === 'link' || (isElement(node) && node.name === 'Link');

function checkMarkdownLink(
  node: Extract<MdastNode, { type: 'link' }>,
  body: LessonBody,
  report: ReportProblem,
): void {
  const place = body.placeOf(node);
  const typed = body.sourceOf(node);
  // An address alone becomes a link that swallows the Chinese after it.
  if (!typed.startsWith('[')) {
    report('bare-address', place, addressIn(typed));
  } else if (textOf(node).trim() === '') report('link-without-text', place, { url: node.url });
  else checkUrl(node.url, place, report);
}

/** What of a bare address is one: not the Chinese that follows it. */
function addressIn(typed: string): { address: string; url: string } {
  const address = typed.match(/^[!-~]+/)?.[0] ?? typed;
  if (/^[a-z]+:/i.test(address)) return { address, url: address };
  return { address, url: address.includes('@') ? `mailto:${address}` : `https://${address}` };
}

/** The anchors of a lesson's page; nothing where a part of it can't be read. */
function anchorsOf({ body, questions, phrases }: AuthoredLesson): string[] | undefined {
  if (!body || !questions || !phrases) return;
  const goals = [...elements(body.root)].filter(({ name }) => name === 'Goal');
  return [
    ...goals.flatMap((goal) => attributeOf(goal, 'id') ?? []).map((id) => `goal-${id}`),
    ...[...questions, ...phrases].flatMap(({ id }) => id ?? []),
    ...body.slugs,
    ...ownAnchors,
  ];
}

function checkUrl(url: string, place: Place, report: ReportProblem): void {
  const [, scheme] = url.match(/^([a-z][a-z0-9+.-]*):/i) ?? [];
  if (scheme === undefined) report('raw-internal-link', place, { url });
  else if (!/^(https?|mailto|tel)$/i.test(scheme) || !URL.canParse(url))
    report('link-scheme', place, { url });
}
