import type { AuthoredModule } from '../authored-course.ts';
import { Refusal } from '../command.ts';
import { contentFolder } from '../content-files.ts';
import { lessonsTaken } from '../site-addresses.ts';
import { nearest } from '../suggest.ts';
import { appendToField } from './append.ts';
import { type Change, refuseUnreadable } from './change.ts';
import {
  create,
  type Existing,
  freeId,
  publishedBefore,
  requireFreeAddress,
  requireFreeId,
  requireTitle,
  takenIds,
  yearAfter,
} from './existing.ts';
import { questionYaml } from './question-templates.ts';
import { lessonMdx, objectiveYaml, phraseYaml } from './templates.ts';

/**
 * A lesson with two questions and one phrase. It teaches the module's first objective that no lesson
 * teaches yet; where all are taught, the module gets a new one.
 */
export function newLesson(
  existing: Existing,
  moduleId: string,
  id: string,
  name: string,
): Change[] {
  const title = requireTitle(name);
  const { course, today, read } = existing;
  const module = course.modules.find(({ folder }) => folder === moduleId);
  if (!module) {
    const folders = course.modules.map(({ folder }) => folder);
    const near = nearest(moduleId, folders);
    throw new Refusal(
      `没有模块 ${moduleId}。${near ? `是不是想写 ${near}？` : `现有的模块：${folders.join('、') || '无'}。`}要新的，先运行 npm run new -- module 编号 模块名`,
    );
  }
  const data = module.entry?.data;
  const moduleFile = `${contentFolder}/modules/${moduleId}/module.yaml`;
  if (!data) throw refuseUnreadable(moduleFile);
  requireFreeAddress('课', id, lessonsTaken);
  const lessons = module.lessons.flatMap(({ entry }) => entry?.id ?? []);
  const before = publishedBefore(existing, `lesson:${moduleId}/`);
  requireFreeId('课', id, new Set([...lessons, ...before]));

  const number = nextNumber(module);
  const folder = `${contentFolder}/modules/${moduleId}/${number}-${id}`;
  const declared = data.objectives.map((each) => each.id);
  const taught = new Set(module.lessons.flatMap(({ entry }) => entry?.data?.objectives ?? []));
  const untaught = declared.find((each) => !taught.has(each));
  const objective = untaught ?? (declared.includes(id) ? freeId(id, new Set(declared)) : id);
  const moduleText = () =>
    appendToField(moduleFile, read(moduleFile), 'objectives', (indent) =>
      objectiveYaml(objective, indent),
    );
  const ticket = `${data.ticket}-${number}`;
  const taken = takenIds(existing, 'question');
  // An objective of a published module is asked twice.
  const questions = (['single', 'multiple'] as const).map((kind) => {
    const free = freeId(`q-${id}`, taken);
    taken.add(free);
    return questionYaml({ id: free, kind, objective, reviewBy: yearAfter(today) });
  });
  const phrase = phraseYaml(freeId(`ph-${id}`, takenIds(existing, 'phrase')));
  return [
    create(existing, `${folder}/lesson.mdx`, lessonMdx({ id, ticket, title, objective })),
    create(existing, `${folder}/quiz.yaml`, questions.join('\n')),
    create(existing, `${folder}/phrases.yaml`, phrase),
    ...(untaught ? [] : [{ path: moduleFile, text: moduleText() }]),
  ];
}

/** `04` after `03-waiting`: the number in a folder's name sorts. */
function nextNumber({ lessons }: AuthoredModule): string {
  const numbers = lessons.map(({ folder }) => Number.parseInt(folder.split('/').at(-1) ?? '', 10));
  const highest = Math.max(0, ...numbers.filter((number) => !Number.isNaN(number)));
  return String(highest + 1).padStart(2, '0');
}
