/**
 * A defect to plant, so that a run shows that it would find one. Runs in every page: it says 已保存
 * at the press of the button, in good faith, while the answer is still being written.
 */
export function acknowledgeEarly(): void {
  addEventListener('submit', ({ target }) => {
    const asked = (target as Element).querySelector('[data-question]:not([hidden])');
    const verdict = asked?.querySelector<HTMLElement>('[data-part="verdict"]');
    const saved = asked?.querySelector('[data-part="saved"]');
    if (!verdict || !saved) return;
    verdict.hidden = false;
    saved.textContent = '已保存';
    // As on a slow machine: the word is there, and the writing has yet to begin.
    queueMicrotask(() => {
      const begin = performance.now() + 50;
      while (performance.now() < begin);
    });
  });
}
