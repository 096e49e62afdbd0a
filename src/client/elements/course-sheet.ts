import { checkCode, type Person, type SheetLine, sheetLines } from '../../core/record/sheet.ts';
import { summarizeRecord } from '../../core/record/summarize.ts';
import { dayOf } from '../day.ts';
import { pageLearner } from '../learners.ts';
import { readOutline } from '../outline.ts';
import { readSession, writeSession } from '../session.ts';
import { readSettings } from '../settings.ts';
import { openStore } from '../store/open.ts';

const FIELDS = ['name', 'number', 'unit', 'path'] as const;

/** Asked once, forgotten with the tab: the next one at this window is somebody else. */
const KEY = 'person';

/** 学习记录单: one page for the trainer. What is typed on it stays in this tab. */
export class CourseSheet extends HTMLElement {
  #lines: readonly SheetLine[] = [];

  connectedCallback(): void {
    this.#restorePerson();
    this.oninput = () => this.#paint();
    const print = this.querySelector<HTMLElement>('[data-action="print"]');
    if (print) {
      print.hidden = false;
      print.onclick = () => window.print();
    }
    void this.#start();
  }

  async #start(): Promise<void> {
    const outline = await readOutline(this.dataset.modules);
    const log = await (await openStore()).readLog().catch((error) => console.warn(error));
    if (!outline || !log) {
      // An empty sheet would say that nothing was learned.
      const cell = this.querySelector('[data-part="lines"] td');
      if (cell) cell.textContent = '学习记录还在，这会儿算不出进度。连上网重新打开这一页，再打印。';
      return;
    }
    this.#lines = sheetLines(outline, summarizeRecord(outline, log.events, dayOf), dayOf);
    this.#paintLines();
    this.#paint();
  }

  #paintLines(): void {
    if (this.#lines.length === 0) return;
    const titles = [...this.querySelectorAll('th')].map((head) => head.textContent ?? '');
    const rows = this.#lines.map((line) => {
      const row = document.createElement('tr');
      const { module, version, lessons, mastered, minutes, test, date } = line;
      [module, version, lessons, mastered, minutes, test, date].forEach((text, column) => {
        const cell = row.insertCell();
        cell.textContent = String(text);
        // On a phone each line becomes a card, and the head goes with its cell.
        cell.dataset.title = titles[column] ?? '';
      });
      return row;
    });
    this.querySelector('[data-part="lines"]')?.replaceChildren(...rows);
  }

  #paint(): void {
    const person = this.#readPerson();
    writeSession(KEY, JSON.stringify(person));
    const date = dayOf(Date.now());
    this.#say('date', date);
    this.#say('code', checkCode(person, this.#lines, date));
  }

  #readPerson(): Person {
    const read = (name: string) => this.#field(name)?.value.trim() ?? '';
    return { name: read('name'), number: read('number'), unit: read('unit'), path: read('path') };
  }

  #restorePerson(): void {
    let kept: Partial<Person> = {};
    try {
      kept = JSON.parse(readSession(KEY)) ?? {};
    } catch {
      // Nothing kept.
    }
    for (const name of FIELDS) {
      const field = this.#field(name);
      if (field && !field.value && typeof kept[name] === 'string') field.value = kept[name];
    }
    const name = this.#field('name');
    if (name && !name.value) name.value = pageLearner().name;
    const path = this.#field('path');
    if (path && !path.value) path.value = readSettings().path?.title ?? '';
  }

  #field(name: string): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`[name="${name}"]`);
  }

  #say(part: string, text: string): void {
    const element = this.querySelector(`[data-part="${part}"]`);
    if (element) element.textContent = text;
  }
}
