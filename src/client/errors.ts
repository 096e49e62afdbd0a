import { readSession, writeSession } from './session.ts';

/** Session key of what went wrong in this tab, newest last; for the page 诊断, and for nobody else. */
const ERRORS = 'errors';
const MOST = 20;

/** Remembers every warning and error of this page, beside showing it in the console. */
export function rememberErrors(): void {
  const warn = console.warn.bind(console);
  console.warn = (...parts: unknown[]) => {
    warn(...parts);
    remember(parts.map(String).join(' '));
  };
  addEventListener('error', ({ message }) => remember(message));
  addEventListener('unhandledrejection', ({ reason }) => remember(String(reason)));
}

/** Lines with their times. */
export const readErrors = (): string[] => readSession(ERRORS).split('\n').filter(Boolean);

function remember(text: string): void {
  const line = `${new Date().toISOString()} ${text.replace(/\s+/g, ' ').slice(0, 300)}`;
  writeSession(ERRORS, [...readErrors(), line].slice(-MOST).join('\n'));
}
