import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds by its default and best-practice rules, in the whole page or in one part of it. */
export function violations(page: Page, part?: string): Promise<string[][]> {
  // The one rule for everybody that axe leaves off until it is asked.
  const axe = new AxeBuilder({ page }).options({
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  return found(part ? axe.include(part) : axe);
}

/** The same, of what another colour scheme changes. */
export function contrastViolations(page: Page): Promise<string[][]> {
  return found(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
}

async function found(axe: AxeBuilder): Promise<string[][]> {
  // In one call: there are no frames, and what passes is nobody's concern.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
}
