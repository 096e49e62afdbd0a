import { scriptPolicy } from './trusted.ts';

/** Loads one more script of this site once the page has been shown. */
export function loadLater(address: string): void {
  const load = () => {
    const script = document.createElement('script');
    script.src = scriptPolicy('app', (url) => url === address)(address);
    // In development the address is that of a source file.
    if (address.endsWith('.ts')) script.type = 'module';
    document.head.append(script);
  };
  if (document.readyState === 'complete') load();
  else addEventListener('load', load, { once: true });
}
