import { keepFocus } from '../focus.ts';
import { canInstall, fittingWay, install, onHomeScreen } from '../home-screen.ts';

/**
 * 放到主屏幕, on the page 离线: the instructions that fit this browser come first and open; where the
 * browser itself offers to install, a button does it. Nothing ever pops up unasked.
 */
export class CourseInstall extends HTMLElement {
  readonly #offered = () => this.#paint();
  readonly #installed = () => this.#say('装好了，到主屏幕或者桌面上找“窗口学堂”。');

  connectedCallback(): void {
    if (onHomeScreen()) {
      this.#say('已经在主屏幕上了：这一页就是从那里打开的。');
      return;
    }
    this.#openFitting();
    this.#button.onclick = () => void this.#install();
    document.addEventListener('course:install', this.#offered);
    addEventListener('appinstalled', this.#installed);
    this.#paint();
  }

  #openFitting(): void {
    const fitting = this.querySelector<HTMLDetailsElement>(`[data-way="${fittingWay()}"]`);
    if (!fitting) return;
    fitting.open = true;
    this.querySelector('[data-way]')?.before(fitting);
  }

  async #install(): Promise<void> {
    const agreed = await install().catch(() => false);
    this.#paint();
    if (!agreed) this.#say('这次没有装。想装的时候，照下面的步骤也可以。');
  }

  #paint(): void {
    const hide = () => {
      this.#button.hidden = !canInstall();
    };
    keepFocus(this, hide, this.#status);
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }

  get #status(): HTMLElement {
    return this.querySelector('[data-part="install-status"]') as HTMLElement;
  }

  get #button(): HTMLButtonElement {
    return this.querySelector('[data-action="install"]') as HTMLButtonElement;
  }
}
