import { expect, test } from 'vitest';
import type { Phrase } from '../../src/core/course/course.ts';
import { groupSlots, placesOf } from '../../src/core/local/uses.ts';
import { cutAtSlots, slotsIn } from '../../src/core/local/written.ts';
import { buildLesson, buildModule, buildQuestion } from '../course-builder.ts';

const slot = (id: string) => ({ id, label: `${id}怎么定`, default: '以本单位规定为准' });
const phrase = (id: string, calm: string): Phrase => ({
  id,
  they: '还要多久？',
  busy: '我去问。',
  calm,
  avoid: '不知道。',
  heard: '别烦我。',
  push: '问过了。',
  then: '我9点50来报。',
  aliases: ['多久'],
  ifAllowed: false,
});

const question = buildQuestion({ id: 'q-a', options: ['〔desk〕', 'b'] });
const waiting = {
  ...buildLesson('waiting', [question, buildQuestion({ id: 'q-b' })], 'attitude'),
  slots: ['leader', 'desk', 'desk'],
  phrases: [phrase('ph-a', '找〔leader〕，再找〔leader〕。'), phrase('ph-b', '请坐。')],
};
const sorry = { ...buildLesson('sorry', [], 'attitude'), slots: ['leader'] };
const lobby = { ...buildLesson('lobby', [], 'bank'), slots: ['leader', 'vault'] };
const modules = [buildModule('attitude', [waiting, sorry]), buildModule('bank', [lobby])];

test('a slot is written 〔id〕; the number of a document is none', () => {
  expect(
    slotsIn('找〔duty-leader〕，国发〔2016〕55号，〔Desk〕，〔〕，再找〔duty-leader〕'),
  ).toEqual(['duty-leader', 'duty-leader']);
  expect(cutAtSlots('找〔leader〕。')).toEqual(['找', 'leader', '。']);
  expect(cutAtSlots('请坐。')).toEqual(['请坐。']);
});

test('slots that several modules need come first, then those of each module', () => {
  const groups = groupSlots([slot('vault'), slot('desk'), slot('leader')], modules);
  expect(groups.map(({ module, slots }) => [module?.id, slots.map(({ id }) => id)])).toEqual([
    [undefined, ['leader']],
    ['attitude', ['desk']],
    ['bank', ['vault']],
  ]);
});

test('places in prose are counted one by one, questions and phrases once each', () => {
  const [shared, attitude] = groupSlots([slot('desk'), slot('leader')], modules);
  expect(attitude?.slots[0]?.uses).toEqual([
    { lesson: waiting, prose: 2, questions: 1, phrases: 0 },
  ]);
  expect(shared?.slots[0]?.uses).toEqual([
    { lesson: waiting, prose: 1, questions: 0, phrases: 1 },
    { lesson: sorry, prose: 1, questions: 0, phrases: 0 },
    { lesson: lobby, prose: 1, questions: 0, phrases: 0 },
  ]);
});

test('in a group the slot that stands in most places comes first', () => {
  const lesson = { ...waiting, slots: ['once', 'twice', 'twice'] };
  const [group] = groupSlots([slot('once'), slot('twice')], [buildModule('attitude', [lesson])]);
  expect(group?.slots.map(({ id }) => id)).toEqual(['twice', 'once']);
  expect(group?.slots.map(placesOf)).toEqual([2, 1]);
});

test('a slot that no lesson uses is listed all the same', () => {
  const [group] = groupSlots([slot('spare')], modules);
  expect(group?.module).toBeUndefined();
  expect(group?.slots).toMatchObject([{ id: 'spare', uses: [] }]);
});
