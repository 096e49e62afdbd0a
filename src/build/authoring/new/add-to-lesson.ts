import { Refusal } from '../command.ts';
import { appendItem } from './append.ts';
import { type Change, refuseUnreadable } from './change.ts';
import {
  type Existing,
  freeId,
  requireFreeId,
  requireLesson,
  takenIds,
  yearAfter,
} from './existing.ts';
import { placeBlock } from './place-block.ts';
import { questionKinds, questionYaml } from './question-templates.ts';
import { phraseYaml } from './templates.ts';

/** A question at the end of a lesson's quiz. */
export function newQuestion(
  existing: Existing,
  lessonPath: string,
  { id, kind = 'single' }: { id?: string | undefined; kind?: string | undefined },
): Change[] {
  const knownKind = questionKinds.find((each) => each === kind);
  if (!knownKind) throw new Refusal(`题型只有 ${questionKinds.join('、')}，没有 ${kind}。`);
  const { entry, folder } = requireLesson(existing, lessonPath);
  const objective = entry?.data?.objectives[0];
  if (!objective) throw refuseUnreadable(`${folder}/lesson.mdx`);
  return addTo(existing, lessonPath, 'question', id, (free) =>
    questionYaml({ id: free, kind: knownKind, objective, reviewBy: yearAfter(existing.today) }),
  );
}

/** A phrase at the end of a lesson's phrases. */
export function newPhrase(
  existing: Existing,
  lessonPath: string,
  { id }: { id?: string | undefined },
): Change[] {
  return addTo(existing, lessonPath, 'phrase', id, phraseYaml);
}

const sorts = {
  question: { label: '题目', prefix: 'q-', file: 'quiz.yaml', block: 'Quiz' },
  phrase: { label: '话术', prefix: 'ph-', file: 'phrases.yaml', block: 'Phrases' },
} as const;

function addTo(
  existing: Existing,
  lessonPath: string,
  sort: keyof typeof sorts,
  wanted: string | undefined,
  write: (id: string) => string,
): Change[] {
  const { label, prefix, file, block } = sorts[sort];
  const { folder, body } = requireLesson(existing, lessonPath);
  const taken = takenIds(existing, sort);
  const id = wanted ?? freeId(`${prefix}${lessonPath.split('/')[1]}`, taken);
  requireFreeId(label, id, taken);
  if (!id.startsWith(prefix)) {
    throw new Refusal(`${label}编号要以 ${prefix} 开头，比如 ${prefix}${id}。`);
  }
  const path = `${folder}/${file}`;
  const lesson = `${folder}/lesson.mdx`;
  if (!body) throw refuseUnreadable(lesson);
  const before = existing.read(lesson);
  const after = placeBlock(before, block);
  return [
    { path, text: appendItem(path, existing.read(path), write(id)) },
    ...(after === before ? [] : [{ path: lesson, text: after }]),
  ];
}
