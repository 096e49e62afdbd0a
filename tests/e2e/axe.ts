import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds by its default and best-practice rules, in the whole page or in one part of it. */
export async function violations(page: Page, part?: string): Promise<string[][]> {
  // The one rule for everybody that axe leaves off until it is asked.
  const axe = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } });
  if (part) axe.include(part);
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
}
