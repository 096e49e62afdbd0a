import { href } from '../base.ts';
import { BACK, markActive } from '../idle.ts';
import {
  addLearner,
  chooseLearner,
  findLearners,
  isTaken,
  type Learner,
  pageLearner,
  readLearners,
  renameLearner,
} from '../learners.ts';
import { readSessionOf } from '../session.ts';
import { openStore } from '../store/open.ts';

/** 谁在学: choose a name, add one, change one's own. */
export class CourseLearners extends HTMLElement {
  connectedCallback(): void {
    this.onclick = ({ target }) => this.#choose(target as Element);
    this.onsubmit = (event) => this.#submit(event);
    void this.#start();
  }

  async #start(): Promise<void> {
    const { durable } = await openStore();
    await findLearners().catch((error) => console.warn('Databases cannot be listed.', error));
    // Painted before it is shown: a name that somebody has begun to type is not written over.
    this.#paint();
    this.#part('closed').hidden = durable;
    this.#part('open').hidden = !durable;
  }

  #paint(): void {
    const { id: here, name } = pageLearner();
    const buttons = readLearners().map((learner) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button learner';
      button.dataset.learner = learner.id;
      button.textContent = learner.name || '没起名字的记录';
      if (learner.id === here) button.append('（刚才是这位）');
      item.append(button);
      return item;
    });
    this.#part('learners').replaceChildren(...buttons);
    const own = this.querySelector<HTMLInputElement>('[name="own"]');
    if (own) own.value = name;
  }

  #choose(target: Element): void {
    const id = target.closest<HTMLElement>('[data-learner]')?.dataset.learner;
    const learner = readLearners().find((known) => known.id === id);
    if (learner) this.#leave(learner);
  }

  #submit(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.querySelector('input');
    if (!field) return;
    if (form.dataset.form === 'rename') {
      const renamed = renameLearner(field.value);
      this.#say('renamed', renamed ? '名字改好了，记录没有动。' : problem(field.value));
      if (renamed) this.#paint();
      return;
    }
    const learner = addLearner(field.value);
    if (learner) this.#leave(learner);
    else this.#say('not-added', problem(field.value));
  }

  /** To the page where this learner was asked for, or to the first one. */
  #leave({ id }: Learner): void {
    if (!chooseLearner(id)) {
      this.#say('not-added', FULL);
      return;
    }
    markActive();
    location.replace(ownAddress(readSessionOf(id, BACK)) ?? href());
  }

  #say(part: string, text: string): void {
    this.#part(part).textContent = text;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
}

const FULL = '没能记下：这里存不下东西了。腾出一点空间再试，大家的记录都在。';

function problem(name: string): string {
  if (name.trim() === '') return '还没写名字。';
  return isTaken(name) ? '这个名字已经有了。同名的，后面加上工号尾数，好分得开。' : FULL;
}

/** The address if it lies on this site; storage may hold anything. */
function ownAddress(text: string): string | undefined {
  const home = new URL(href(), location.href).href;
  return text.startsWith(home) ? text : undefined;
}
