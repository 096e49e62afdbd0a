import { href } from '../base.ts';
import { readPlaces } from '../settings.ts';

/** 继续学习: the way back to where the learner last stopped reading. */
export class CourseContinue extends HTMLElement {
  connectedCallback(): void {
    const [place] = Object.values(readPlaces()).sort((a, b) => b.at - a.at);
    const link = this.querySelector<HTMLAnchorElement>('[data-part="link"]');
    const text = this.querySelector('[data-part="place"]');
    if (!place || !link || !text) return;
    link.href = `${href(`${place.lesson}/`)}#${encodeURIComponent(place.heading)}`;
    link.textContent = `接着学《${place.title}》`;
    text.textContent = `上次停在“${place.headingText}”。`;
    this.hidden = false;
  }
}
