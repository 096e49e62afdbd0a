import { readSettings, type Settings, writeSettings } from '../settings.ts';

/** What can be chosen; an empty value is the default. */
const GROUPS = [
  {
    name: 'text',
    title: '字号',
    choices: [
      ['', '标准'],
      ['2', '大'],
      ['3', '更大'],
      ['4', '最大'],
    ],
  },
  {
    name: 'theme',
    title: '明暗',
    choices: [
      ['', '跟随系统'],
      ['light', '浅色'],
      ['dark', '深色'],
    ],
  },
] as const;

/**
 * 字号 and 明暗 at the foot of every page. Built here and not printed on each page: it does nothing
 * without a script, and a page that changes is downloaded whole.
 */
export class CourseSettings extends HTMLElement {
  connectedCallback(): void {
    if (!this.hasChildNodes()) this.append(...GROUPS.map(buildGroup));
    const settings = readSettings();
    for (const { name } of GROUPS) {
      for (const input of this.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)) {
        input.checked = input.value === (settings[name] ?? '');
      }
    }
    this.hidden = false;
    this.addEventListener('change', this.#change);
  }

  disconnectedCallback(): void {
    this.removeEventListener('change', this.#change);
  }

  #change = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    // An empty value is the default: the setting and its attribute go.
    writeSettings({ [name]: value || undefined } as Settings);
    const { dataset } = document.documentElement;
    if (value) dataset[name] = value;
    else delete dataset[name];
  };
}

function buildGroup({ name, title, choices }: (typeof GROUPS)[number]): HTMLElement {
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = title;
  group.append(legend);
  for (const [value, label] of choices) {
    const choice = document.createElement('label');
    choice.className = 'choice';
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name, value });
    const text = document.createElement('span');
    text.textContent = label;
    choice.append(input, text);
    group.append(choice, ' ');
  }
  return group;
}
