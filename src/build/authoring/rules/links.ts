import { type AuthoredCourse, type AuthoredLesson, mayBeUnread } from '../authored-course.ts';
import { attributeOf, elements, walk } from '../mdast.ts';
import type { Place, ReportProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';

/** Anchors that components print for themselves. */
const ownAnchors = ['quiz', 'phrases', 'sources', 'case'];

/** Links inside the course go through `<Link>` to a lesson that is there. */
export const linksLeadSomewhere: Rule = (course, report) => {
  for (const module of course.modules) {
    const published = module.entry?.data?.status === 'published';
    for (const { body } of module.lessons) {
      if (!body) continue;
      for (const element of elements(body.root)) {
        const to = element.name === 'Link' ? attributeOf(element, 'to') : undefined;
        if (to) checkLink(to, published, body.placeOf(element), course, report);
      }
      for (const node of walk(body.root)) {
        if (node.type === 'link' || node.type === 'definition') {
          checkUrl(node.url, body.placeOf(node), report);
        }
      }
    }
  }
};

function checkLink(
  to: string,
  published: boolean,
  place: Place,
  course: AuthoredCourse,
  report: ReportProblem,
): void {
  const { modules, lessons } = course;
  const [path = '', anchor] = to.split('#');
  const lesson = lessons.find((candidate) => candidate.path === path);
  if (!lesson) {
    if (mayBeUnread(course, path)) return;
    const near = nearest(
      path,
      lessons.flatMap((candidate) => candidate.path ?? []),
    );
    report('dead-link', place, {
      to: path,
      nearest: near && (anchor ? `${near}#${anchor}` : near),
    });
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
  else if (!/^(https?|mailto|tel)$/i.test(scheme)) report('link-scheme', place, { url });
}
