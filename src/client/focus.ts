/**
 * Does what may hide or remove the control that has the focus; then the focus goes to the first button
 * that is left in `part`, else to `rest`. Where it is elsewhere, it stays there.
 */
export function keepFocus(part: HTMLElement, change: () => void, rest = part): void {
  const focused = document.activeElement;
  const inside = part.contains(focused);
  change();
  if (!inside || (part.contains(focused) && !focused?.closest('[hidden]'))) return;
  const buttons = [...part.querySelectorAll('button')];
  const next = buttons.find((button) => !button.closest('[hidden]'));
  if (!next) rest.tabIndex = -1;
  (next ?? rest).focus();
}
