import { CourseNotices } from './elements/course-notices.ts';
import { loadLater } from './load-script.ts';
import { fillLocal } from './local.ts';

/** What every kind of page does. */
export function startSite(): void {
  customElements.define('course-notices', CourseNotices);
  // No page is interrupted by an offer to install: the button for it stands on the page 离线.
  addEventListener('beforeinstallprompt', (event) => event.preventDefault());
  void fillLocal();
  const { later } = document.documentElement.dataset;
  if (later) loadLater(later);
}
