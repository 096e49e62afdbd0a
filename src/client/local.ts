import { type LocalRules, noRules, parseLocal } from '../core/local/slots.ts';
import { href, notify } from './base.ts';

/** Each copy of the site on an origin has an institution's file of its own. */
const key = () => `window-course.local:${href()}`;

let current: LocalRules | undefined;
let readable = true;

/** What the institution says, as far as it is known; `course:local` tells when there is news. */
export const localRules = (): LocalRules | undefined => current;

/** Whether the institution's file, if there is one, could be read. */
export const isLocalReadable = (): boolean => readable;

/**
 * Fills the page's slots 〔…〕 and what the institution says of itself from `local.json`, first from
 * the last good copy, then from a fresh one. A file that cannot be read changes nothing on the page
 * and is said so.
 */
export async function fillLocal(): Promise<void> {
  const kept = parseText(readKept());
  if (kept) fill(kept);
  const response = await fetch(href('local.json'), { cache: 'no-cache' }).catch(() => undefined);
  // Offline, or a server in trouble: the last good copy stays.
  if (!response || (!response.ok && response.status !== 404)) return;
  if (response.status === 404) return forget();
  const text = await response.text().catch(() => '');
  // A page instead of a file: a captive portal, or a host that answers everything with its home.
  if (text.trimStart().startsWith('<')) return;
  const fresh = parseText(text);
  readable = fresh !== undefined;
  if (!fresh) {
    notify('local');
    tell();
    return;
  }
  keep(text);
  fill(fresh);
}

/** Fills the slots of what has come to the page since. */
export function fillSlots(rules: LocalRules | undefined = current): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-slot]')) {
    const text = rules?.slots.get(element.dataset.slot ?? '');
    say(element, text && `〔${text}〕`);
  }
}

function fill(rules: LocalRules): void {
  const { slots: _, sectors, ...said } = rules;
  fillSlots(rules);
  for (const [field, words] of Object.entries(said)) {
    for (const element of document.querySelectorAll<HTMLElement>(`[data-local="${field}"]`)) {
      say(element, words);
    }
  }
  offer(sectors);
  current = rules;
  tell();
}

const tell = (): boolean => document.dispatchEvent(new Event('course:local'));

/** Offers the sectors that have windows here; all of them where none is named, or none is known. */
function offer(sectors: readonly string[]): void {
  const offers = [...document.querySelectorAll<HTMLElement>('[data-offer]')];
  const isHere = ({ dataset }: HTMLElement) => sectors.includes(dataset.offer ?? '');
  const some = offers.some(isHere);
  for (const element of offers) element.hidden = some && !isHere(element);
}

/** Shows the institution's words, or what the page said before there were any. */
function say(element: HTMLElement, words: string | undefined): void {
  element.dataset.neutral ??= element.textContent ?? '';
  element.textContent = words || element.dataset.neutral;
}

/** A file in another encoding than UTF-8 would fill the page with marks of what could not be read. */
function parseText(text: string | null): LocalRules | undefined {
  if (text === null || text.includes('\uFFFD')) return undefined;
  try {
    return parseLocal(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function readKept(): string | null {
  try {
    return localStorage.getItem(key());
  } catch {
    return null;
  }
}

/** The institution has withdrawn its file. */
function forget(): void {
  readable = true;
  fill(noRules);
  try {
    localStorage.removeItem(key());
  } catch {
    // Then there was none.
  }
}

function keep(text: string): void {
  try {
    localStorage.setItem(key(), text);
  } catch {
    // Losable: the next visit online fetches it again.
  }
}
