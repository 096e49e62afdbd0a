/** Hands the focus on to what a press has come to, where the pressed button is about to go. */
export function passFocus(from: Element, to: HTMLElement | null): void {
  if (!to || !from.contains(document.activeElement)) return;
  if (to.tabIndex < 0) to.tabIndex = -1;
  to.focus();
}
