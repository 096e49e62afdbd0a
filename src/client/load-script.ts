import { scriptPolicy } from './trusted.ts';

/**
 * Loads one more script of this site once the page has been shown; where the line is down just then,
 * again when it is back.
 */
export function loadLater(address: string): void {
  const trusted = scriptPolicy('app', (url) => url === address);
  const load = () => {
    const script = document.createElement('script');
    script.src = trusted(address);
    // In development the address is that of a source file.
    if (address.endsWith('.ts')) script.type = 'module';
    script.onerror = () => addEventListener('online', load, { once: true });
    document.head.append(script);
  };
  if (document.readyState === 'complete') load();
  else addEventListener('load', load, { once: true });
}
