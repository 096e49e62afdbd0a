import type { Question } from '../quiz/question.ts';
import type { Release } from './edition.ts';
import type { Reference } from './reference.ts';

/** The published course as pages see it: what authors wrote, checked, sorted and linked. */
export interface Course {
  modules: readonly Module[];
  sectors: readonly Sector[];
  posts: readonly Post[];
  references: readonly Reference[];
}

export interface Module {
  id: string;
  ticket: string;
  title: string;
  summary: string;
  /** Whom it is for: those at the windows, or those who teach them. */
  audience: 'staff' | 'trainers';
  objectives: readonly Objective[];
  /** Percent. */
  passMark: number;
  version: string;
  owner: string;
  approval: string;
  effective: string;
  reviewBy: string;
  changelog: readonly Release[];
  lessons: readonly Lesson[];
}

/** 目标 */
export interface Objective {
  id: string;
  text: string;
  redLine: boolean;
}

export interface Lesson {
  id: string;
  /** `<module>/<lesson>`: its address and its name in records. */
  path: string;
  ticket: string;
  title: string;
  subtitle: string;
  minutes: { read: number; practice: number };
  /** 一句话带走 */
  say: string;
  objectives: readonly Objective[];
  sources: readonly Source[];
  quiz: readonly PublishedQuestion[];
  /** Ids of the questions that stand inside the prose. */
  inline: readonly string[];
  /** Ids of the slots that stand in the prose, as often as they do. */
  slots: readonly string[];
  phrases: readonly Phrase[];
}

/** A question with its revision and the earlier revisions whose answers still count. */
export type PublishedQuestion = Question & { revision: string; credited: readonly string[] };

/** A cited reference and what the lesson uses it for. */
export interface Source extends Reference {
  use: string;
}

/** 话术: what they say, what you say, and the second turn. */
export interface Phrase {
  id: string;
  they: string;
  /** At most 15 characters, for the busiest hour. */
  busy: string;
  calm: string;
  avoid: string;
  /** What the other side hears in `avoid`. */
  heard: string;
  push: string;
  then: string;
  aliases: readonly string[];
  source?: string | undefined;
  /** The words promise something that the institution has to allow. */
  ifAllowed: boolean;
}

/** 行业 */
export interface Sector {
  id: string;
  title: string;
  ticket: string;
}

/** 岗位: a path of lessons for one job at the window. */
export interface Post {
  id: string;
  sector: string;
  title: string;
  lessons: readonly Lesson[];
}

/** 口径: a rule that is the institution's own. */
export interface Slot {
  id: string;
  label: string;
  default: string;
}
