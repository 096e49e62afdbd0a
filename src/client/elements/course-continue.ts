import { nextLesson } from '../../core/course/next.ts';
import { summarizeRecord } from '../../core/record/summarize.ts';
import { href } from '../base.ts';
import { build } from '../build-element.ts';
import { dayOf } from '../day.ts';
import { readOutline } from '../outline.ts';
import { type PathLesson, type Place, readPlaces, readSettings } from '../settings.ts';
import { openStore } from '../store/open.ts';

/**
 * 继续学习: the way back to where the learner last stopped reading. Where that lesson is finished it
 * leads on: to the next lesson of one's path, or of the module.
 */
export class CourseContinue extends HTMLElement {
  connectedCallback(): void {
    const [place] = Object.values(readPlaces()).sort((a, b) => b.at - a.at);
    const link = this.querySelector<HTMLAnchorElement>('[data-part="link"]');
    const text = this.querySelector('[data-part="place"]');
    if (!place || !link || !text) return;
    link.href = addressOf(place);
    link.textContent = `接着学《${place.title}》`;
    text.textContent = `上次停在“${place.headingText}”。`;
    this.hidden = false;
    const leadOn = (next: PathLesson | undefined) => {
      if (!next) return;
      link.href = href(`${next.path}/`);
      link.textContent = `接着学《${next.title}》`;
      const back = build('a', { href: addressOf(place) }, '回去看');
      text.replaceChildren(`《${place.title}》学完了。`, back);
    };
    findNext(place, this.dataset.modules)
      .then(leadOn)
      .catch((error) => console.warn('What comes next is not known.', error));
  }
}

const addressOf = ({ lesson, heading }: Place): string =>
  `${href(`${lesson}/`)}#${encodeURIComponent(heading)}`;

/** The lesson to go on with, where that of `place` is finished. */
async function findNext({ lesson }: Place, modules = ''): Promise<PathLesson | undefined> {
  const { events } = await (await openStore()).readLog();
  const outline = events.length > 0 ? await readOutline(modules) : undefined;
  if (!outline) return undefined;
  const summary = summarizeRecord(outline, events, dayOf);
  const isFinished = (path: string) => {
    const [module = '', id = ''] = path.split('/');
    return summary.get(module)?.lessons.get(id)?.finished === true;
  };
  if (!isFinished(lesson)) return undefined;
  const path = readSettings().path?.lessons ?? [];
  if (path.some((step) => step.path === lesson)) return nextLesson(path, lesson, isFinished);
  const module = outline.modules.find(({ id }) => lesson.startsWith(`${id}/`));
  const lessons = module?.lessons.map(({ id, title }) => ({ path: `${module.id}/${id}`, title }));
  return nextLesson(lessons ?? [], lesson, isFinished);
}
