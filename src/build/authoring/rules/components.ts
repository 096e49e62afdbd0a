import type { LessonBody } from '../lesson-body.ts';
import { type Element, elements } from '../mdast.ts';
import type { ReportProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';
import { type Component, componentNamed, isHtml, vocabulary } from '../vocabulary.ts';

/** Only components of the vocabulary stand in a lesson, with the attributes they need. */
export const componentsAreKnown: Rule = ({ lessons }, report) => {
  for (const { body } of lessons) {
    if (!body) continue;
    for (const element of elements(body.root)) {
      const component = componentNamed(element.name ?? '');
      if (component) {
        checkAttributes(element, component, body, report);
        checkContent(element, component, body, report);
      } else reportUnknown(element, body, report);
    }
  }
};

function reportUnknown(element: Element, body: LessonBody, report: ReportProblem): void {
  const name = element.name ?? '';
  const known = Object.keys(vocabulary);
  if (isHtml(name)) report('raw-html', body.placeOf(element), { tag: name });
  else {
    const near = nearest(name, known);
    report('unknown-component', body.placeOf(element), { name, nearest: near, known });
  }
}

function checkAttributes(
  element: Element,
  { attributes }: Component,
  body: LessonBody,
  report: ReportProblem,
): void {
  const component = element.name ?? '';
  const known = Object.keys(attributes);
  const missing = new Set(known.filter((name) => !attributes[name]?.optional));
  const seen = new Set<string>();
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report('expression', body.placeOfText(element, '{'));
      continue;
    }
    const { name, value } = attribute;
    const place = body.placeOfText(element, new RegExp(`(?<=\\s)${name}(?=[\\s=/>])`));
    const { about, digits } = attributes[name] ?? {};
    if (seen.has(name)) {
      const again = new RegExp(`(?<=\\s${name}=[\\s\\S]*\\s)${name}(?=[\\s=/>])`);
      report('repeated-attribute', body.placeOfText(element, again), {
        component,
        attribute: name,
      });
    } else if (name === 'style') report('style-attribute', place, { component });
    else if (about === undefined) {
      const near = nearest(name, missing) ?? nearest(name, known);
      report('unknown-attribute', place, { component, attribute: name, nearest: near, known });
      if (near) missing.delete(near);
    } else if (typeof value === 'object' && value !== null) report('expression', place);
    else if (!value?.trim()) {
      report('empty-attribute', place, { component, attribute: name, about });
    } else if (digits && !/^[1-9]\d*$/.test(value)) {
      const [suggestion] = value.match(/[1-9]\d*/) ?? [];
      report('bad-attribute', place, { component, attribute: name, value, suggestion, about });
    }
    seen.add(name);
    missing.delete(name);
  }
  for (const name of missing) {
    const about = attributes[name]?.about ?? '';
    report('missing-attribute', body.placeOf(element), { component, attribute: name, about });
  }
}

function checkContent(
  element: Element,
  { holds }: Component,
  body: LessonBody,
  report: ReportProblem,
): void {
  const component = element.name ?? '';
  const empty = element.children.length === 0;
  if (holds === 'none' && !empty) {
    report('component-with-content', body.placeOf(element), { component });
  } else if (holds !== 'none' && empty) {
    report('component-empty', body.placeOf(element), { component });
  }
}
