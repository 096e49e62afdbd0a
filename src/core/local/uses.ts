import type { Lesson, Module, Slot } from '../course/course.ts';
import { slotsIn } from './written.ts';

/** How often a slot stands in one lesson. */
export interface SlotUse {
  lesson: Lesson;
  /** Places in the prose. */
  prose: number;
  /** Questions whose reasons name it. */
  questions: number;
  /** Phrases that name it. */
  phrases: number;
}

/** 口径 with every lesson that leaves room for it, in the order of the course. */
export interface UsedSlot extends Slot {
  uses: readonly SlotUse[];
}

/** Slots that somebody can fill in on one walk. */
export interface SlotGroup {
  /** The one module that needs them; undefined for those that several need. */
  module: Module | undefined;
  /** Those that stand in most places come first. */
  slots: readonly UsedSlot[];
}

/** The slots by the module that alone needs them, before those the ones that several need. */
export function groupSlots(slots: readonly Slot[], modules: readonly Module[]): SlotGroup[] {
  const used = slots.map((slot) => ({ ...slot, uses: usesOf(slot.id, modules) }));
  const groups = [undefined, ...modules].map((module) => ({
    module,
    slots: used
      .filter(({ uses }) => moduleOf(uses, modules) === module)
      .sort((a, b) => placesOf(b) - placesOf(a)),
  }));
  return groups.filter(({ slots }) => slots.length > 0);
}

/** In how many places of the course a slot stands. */
export const placesOf = ({ uses }: UsedSlot): number =>
  uses.reduce((sum, { prose, questions, phrases }) => sum + prose + questions + phrases, 0);

function usesOf(id: string, modules: readonly Module[]): SlotUse[] {
  const names = (record: unknown) => slotsIn(JSON.stringify(record)).includes(id);
  return modules
    .flatMap(({ lessons }) => lessons)
    .map((lesson) => ({
      lesson,
      prose: lesson.slots.filter((slot) => slot === id).length,
      questions: lesson.quiz.filter(names).length,
      phrases: lesson.phrases.filter(names).length,
    }))
    .filter(({ prose, questions, phrases }) => prose + questions + phrases > 0);
}

function moduleOf(uses: readonly SlotUse[], modules: readonly Module[]): Module | undefined {
  const using = modules.filter(({ lessons }) =>
    uses.some(({ lesson }) => lessons.includes(lesson)),
  );
  return using.length === 1 ? using[0] : undefined;
}
