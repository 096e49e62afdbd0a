import Ask from './Ask.astro';
import Case from './Case.astro';
import Discuss from './Discuss.astro';
import Figure from './Figure.astro';
import Goal from './Goal.astro';
import Link from './Link.astro';
import Phrases from './Phrases.astro';
import Quiz from './Quiz.astro';
import Rule from './Rule.astro';
import Sector from './Sector.astro';
import Slot from './Slot.astro';
import Task from './Task.astro';

/** What authors may write in a lesson, besides Markdown. `Slot` is written 〔id〕. */
export const vocabulary = {
  Ask,
  Case,
  Discuss,
  Figure,
  Goal,
  Link,
  Phrases,
  Quiz,
  Rule,
  Sector,
  Slot,
  Task,
};
