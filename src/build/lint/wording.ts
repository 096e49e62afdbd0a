import type { MdastNode } from 'satteri';
import type { AuthoredCourse, AuthoredLesson } from '../authoring/authored-course.ts';
import type { Entry } from '../authoring/entry.ts';
import type { LessonBody } from '../authoring/lesson-body.ts';
import { isElement, textOf } from '../authoring/mdast.ts';
import type { Place } from '../authoring/problem.ts';
import { texts } from '../authoring/texts.ts';

/** A text that someone reads: a paragraph, a heading, one field of a question. */
export interface Wording {
  text: string;
  /** It stands in a block quotation, in the words of a rule, or the other side says it. */
  quoted: boolean;
  /** A field or an attribute, where marks of Markdown are letters like others. */
  plain: boolean;
  /** Where a part of the text stands; of a field, where the field does. */
  placeOf(part: string): Place;
}

/** Every text of the course that is shown, and what is shown of its references and slots. */
export function* wordingsOf(course: AuthoredCourse): Generator<Wording> {
  const { modules, lessons, sectors, posts, slots, references } = course;
  for (const { entry } of modules) if (entry) yield* fieldsOf(entry);
  for (const lesson of lessons) yield* wordingsOfLesson(lesson);
  for (const entry of [
    ...(sectors ?? []),
    ...(posts ?? []),
    ...(slots ?? []),
    ...(references ?? []),
  ]) {
    yield* fieldsOf(entry);
  }
}

/** Every text of one lesson: its prose, then its questions and its phrases. */
export function* wordingsOfLesson(lesson: AuthoredLesson): Generator<Wording> {
  const { entry, body, questions = [], phrases = [] } = lesson;
  if (entry) yield* fieldsOf(entry);
  if (body) yield* proseOf(body);
  for (const each of [...questions, ...phrases]) yield* fieldsOf(each);
}

/** The prose of a lesson: its paragraphs, and what its components say for themselves. */
export function* proseOf(body: LessonBody): Generator<Wording> {
  yield* proseBelow(body.root, body, false);
}

/** Attributes that name something instead of saying it. */
const namingAttributes = ['id', 'only', 'source', 'to', 'minutes'];

function* proseBelow(node: MdastNode, body: LessonBody, quoted: boolean): Generator<Wording> {
  const placeOf = (part: string) => body.placeOfText(node, part);
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    yield { text: textOf(node), quoted, plain: false, placeOf };
  }
  if (isElement(node)) {
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
      if (namingAttributes.includes(attribute.name)) continue;
      yield { text: attribute.value, quoted, plain: true, placeOf };
    }
  }
  if (!('children' in node)) return;
  const within = node.type === 'blockquote' || (isElement(node) && node.name === 'Rule');
  for (const child of node.children) yield* proseBelow(child, body, quoted || within);
}

/** Fields that hold an id, a date or a source instead of a text. */
const namingFields = [
  'id',
  'kind',
  'role',
  'objective',
  'objectives',
  'choice',
  'source',
  'lessons',
  'sector',
  'status',
  'version',
  'date',
  'effective',
  'reviewBy',
  'ticket',
  'grade',
];

/** What the other side says of a phrase, or staff should not. */
const othersFields = ['they', 'push', 'aliases', 'avoid'];

function* fieldsOf({ data, placeOf }: Entry<unknown>): Generator<Wording> {
  for (const { text, path } of texts(data)) {
    if (path[0] === 'waivers') continue;
    const field = path.findLast((step) => typeof step === 'string');
    if (field !== undefined && namingFields.includes(field)) continue;
    const quoted = field !== undefined && othersFields.includes(field);
    yield { text, quoted, plain: true, placeOf: () => placeOf(...path) };
  }
}
