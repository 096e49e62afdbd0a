import { expect, test, vi } from 'vitest';
import { CourseDiagnostics } from '../../src/client/elements/course-diagnostics.ts';
import { part, render, until } from './page.ts';

customElements.define('course-diagnostics', CourseDiagnostics);

test('a fact that never comes keeps no other back, and an app on an iPhone is told from a browser', async () => {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', { userAgent: 'x', standalone: false, maxTouchPoints: 5 });
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const element = render('<course-diagnostics><dl data-part="facts"></dl></course-diagnostics>');
  const facts = part(element, 'facts');
  await until(() => expect(facts.textContent).toContain('离线不能，这是别的应用里的网页'));
  expect(facts.textContent).toContain('网站上的版本还在查');
  expect(element.dataset.ready).toBeUndefined();
});
