import type { Module } from './course.ts';

/** The skeleton of the published course: what a page needs to turn a log of events into progress. */
export interface Outline {
  modules: readonly OutlineModule[];
}

export interface OutlineModule {
  id: string;
  title: string;
  version: string;
  objectives: readonly string[];
  /** Ids of the objectives that are red lines. */
  redLines: readonly string[];
  /** Percent. */
  passMark: number;
  lessons: readonly OutlineLesson[];
}

export interface OutlineLesson {
  id: string;
  title: string;
  /** Stated minutes, reading and practice together. */
  minutes: number;
  questions: readonly OutlineQuestion[];
}

export interface OutlineQuestion {
  id: string;
  objective: string;
  /** Revisions whose answers still count, the present one last. */
  credited: readonly string[];
}

/** What `outline/<module>.json` holds. */
export function outlineOf(module: Module): OutlineModule {
  return {
    id: module.id,
    title: module.title,
    version: module.version,
    objectives: module.objectives.map(({ id }) => id),
    redLines: module.objectives.filter(({ redLine }) => redLine).map(({ id }) => id),
    passMark: module.passMark,
    lessons: module.lessons.map(({ id, title, minutes, quiz }) => ({
      id,
      title,
      minutes: minutes.read + minutes.practice,
      questions: quiz.map(({ id, objective, credited }) => ({ id, objective, credited })),
    })),
  };
}
