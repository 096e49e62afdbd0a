import type { LocalRules } from '../../core/local/slots.ts';
import { noteMark } from '../../core/local/template.ts';
import { isLocalReadable, localRules } from '../local.ts';

/** 本单位口径: what the institution has filled in, what it has not, and what nobody understands. */
export class CourseLocal extends HTMLElement {
  #connected: AbortController | undefined;

  connectedCallback(): void {
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    document.addEventListener('course:local', () => this.#paint(), { signal });
    const print = this.querySelector<HTMLElement>('[data-action="print"]');
    if (print) {
      print.hidden = false;
      print.onclick = () => window.print();
    }
    this.#paint();
  }

  disconnectedCallback(): void {
    this.#connected?.abort();
  }

  #paint(): void {
    this.#show('broken', !isLocalReadable());
    const rules = localRules();
    if (!rules) return;
    this.#paintAbout(rules);
    let filled = 0;
    let open = 0;
    for (const group of this.querySelectorAll<HTMLElement>('.local-group')) {
      const sector = group.dataset.of;
      const off =
        sector !== undefined && rules.sectors.length > 0 && !rules.sectors.includes(sector);
      show(group.querySelector('[data-part="off"]'), off);
      for (const rule of group.querySelectorAll<HTMLElement>('[data-rule]')) {
        const text = rules.slots.get(rule.dataset.rule ?? '');
        paintRule(rule, text, off);
        if (text) filled += 1;
        else if (!off) open += 1;
      }
    }
    const left = open > 0 ? `还有${open}条没填。` : '都填了。';
    this.#say('count', `填了${filled}条，${left}`);
    this.#paintUnknown(rules);
  }

  #paintAbout({ unit, contact, sectors }: LocalRules): void {
    const names = this.#sectorNames();
    const here = sectors.map((id) => names.get(id) ?? id).join('、');
    const about = { unit, contact, sectors: here };
    for (const [field, text] of Object.entries(about)) {
      const place = this.querySelector(`[data-about="${field}"]`);
      const open = field === 'sectors' ? '没写，就是全有' : '还没填';
      if (place) place.textContent = text || `${open}（写在local.json的${field}里）`;
    }
  }

  /** Most often a letter is wrong, or the course has given the rule up. */
  #paintUnknown({ slots, sectors }: LocalRules): void {
    const rules = [...this.querySelectorAll<HTMLElement>('[data-rule]')];
    const known = new Set(rules.map(({ dataset }) => dataset.rule));
    const names = this.#sectorNames();
    const unknown = [
      ...[...slots.keys()].filter((id) => !known.has(id) && !id.startsWith(noteMark)),
      ...sectors.filter((id) => !names.has(id)),
    ];
    this.#show('unknown', unknown.length > 0);
    const ids = unknown.join('、');
    this.#say('unknown', `local.json里有认不出的编号：${ids}。对照下面的编号看看是不是写错了。`);
  }

  #sectorNames(): Map<string, string> {
    return new Map(Object.entries(JSON.parse(this.dataset.sectors ?? '{}')));
  }

  #show(part: string, visible: boolean): void {
    show(this.querySelector(`[data-part="${part}"]`), visible);
  }

  #say(part: string, text: string): void {
    const element = this.querySelector(`[data-part="${part}"]`);
    if (element) element.textContent = text;
  }
}

function paintRule(rule: HTMLElement, text: string | undefined, off: boolean): void {
  const state = rule.querySelector<HTMLElement>('[data-part="state"]');
  const open = off ? '不用填' : '还没填';
  if (state) {
    state.textContent = text ? '已填' : open;
    state.dataset.state = text ? 'done' : 'open';
  }
  const value = rule.querySelector('[data-part="value"]');
  if (value) value.textContent = text ?? '';
  show(rule.querySelector('[data-part="filled"]'), text !== undefined);
}

function show(element: Element | null, visible: boolean): void {
  if (element instanceof HTMLElement) element.hidden = !visible;
}
