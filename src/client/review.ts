import { dayOf } from './day.ts';

/** Writes 待复核 behind every date of review that is past; the page may be older than that date. */
export function markOverdue(now: number, root: ParentNode = document): void {
  const today = dayOf(now);
  for (const element of root.querySelectorAll<HTMLElement>('[data-review-by]')) {
    if ((element.dataset.reviewBy ?? '') >= today || element.querySelector('.overdue')) continue;
    const mark = document.createElement('span');
    mark.className = 'overdue';
    mark.textContent = '待复核';
    element.append(mark);
  }
}
