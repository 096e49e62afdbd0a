import { href } from '../base.ts';
import { readPlaces, readSettings, writePlace } from '../settings.ts';

/** A lesson being read: remembers the place, offers it again, folds the other windows' words away. */
export class CourseReader extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    this.#foldSectors();
    this.#offerPlace();
    this.#followReading();
    this.#followPath();
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  /** A line across the upper third of the screen: the heading last above it is the place. */
  #followReading(): void {
    const { lesson = '', title = '' } = this.dataset;
    const headings = [...this.querySelectorAll<HTMLElement>('h2[id]')];
    const passed = () => {
      const line = innerHeight / 3;
      const above = headings.filter((heading) => heading.getBoundingClientRect().top < line);
      const heading = above[above.length - 1];
      if (!heading) return;
      const headingText = heading.textContent?.trim() ?? '';
      writePlace({ lesson, title, heading: heading.id, headingText, at: Date.now() });
    };
    this.#observer = new IntersectionObserver(passed, { rootMargin: '0px 0px -66% 0px' });
    for (const heading of headings) this.#observer.observe(heading);
  }

  #offerPlace(): void {
    const place = readPlaces()[this.dataset.lesson ?? ''];
    const offer = this.querySelector<HTMLElement>('[data-part="resume"]');
    const link = this.querySelector<HTMLAnchorElement>('[data-part="resume-link"]');
    if (!place || !offer || !link || location.hash) return;
    if (!document.getElementById(place.heading)) return;
    link.href = `#${encodeURIComponent(place.heading)}`;
    link.textContent = `接着学：${place.headingText}`;
    offer.hidden = false;
  }

  /** On one's own path the next lesson is that of the path. */
  #followPath(): void {
    const { path } = readSettings();
    const link = this.querySelector<HTMLAnchorElement>('[data-part="next"]');
    const at = path?.lessons.findIndex((lesson) => lesson.path === this.dataset.lesson) ?? -1;
    if (!path || !link || at < 0) return;
    const next = path.lessons[at + 1];
    link.href = href(next ? `${next.path}/` : `path/${path.id}/`);
    link.textContent = next ? `下一课：${next.title}` : `回到${path.title}`;
  }

  #foldSectors(): void {
    const { sector } = readSettings();
    const all = [...this.querySelectorAll<HTMLElement>('.sector')];
    const others = all.filter((block) => block.dataset.of !== sector);
    const last = others[others.length - 1];
    if (!last || others.length === all.length) return;
    const unfold = document.createElement('button');
    unfold.type = 'button';
    unfold.className = 'button';
    unfold.textContent = '看其他窗口的说法';
    const open = () => {
      unfold.remove();
      for (const block of others) block.hidden = false;
    };
    unfold.addEventListener('click', () => {
      open();
      const heading = others[0]?.querySelector('h3');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus();
    });
    for (const block of others) {
      // Find-in-page opens them where the browser knows `until-found`; else they are just hidden.
      block.setAttribute('hidden', 'until-found');
      block.addEventListener('beforematch', open);
      block.dataset.folded = '';
    }
    last.after(unfold);
  }
}
