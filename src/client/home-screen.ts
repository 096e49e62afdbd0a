/** The course on a home screen: what this browser can do, felt by its features and never by its name. */

/** Chromium's offer to install a site; it can be taken up once. */
interface InstallOffer extends Event {
  prompt(): Promise<void>;
  userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** Ways to put a site on a home screen; each has its instructions in `Install.astro`. */
export type Way = 'safari' | 'chromium' | 'system' | 'wechat' | 'desktop';

let offer: InstallOffer | undefined;

/**
 * Keeps Chromium's offer for the button of the page 离线, and the browser's own pop-up away. The
 * document hears `course:install` when there is one, and when the site has been installed.
 */
export function keepInstallOffer(): void {
  const tell = () => document.dispatchEvent(new Event('course:install'));
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as InstallOffer;
    tell();
  });
  addEventListener('appinstalled', () => {
    offer = undefined;
    tell();
  });
}

/** Whether the button would do something. */
export const canInstall = (): boolean => offer !== undefined;

/** Takes the offer up; resolves with whether the person agreed. */
export async function install(): Promise<boolean> {
  const taken = offer;
  offer = undefined;
  if (!taken) return false;
  await taken.prompt();
  return (await taken.userChoice).outcome === 'accepted';
}

/** Whether this page was opened from a home screen. */
export function onHomeScreen(): boolean {
  const { standalone } = navigator as { standalone?: boolean };
  return standalone === true || matchMedia('(display-mode: standalone)').matches;
}

/** WebKit on a phone or tablet: only there a page knows `standalone` and fingers are felt. */
export const isTouchWebKit = (): boolean =>
  'standalone' in navigator && navigator.maxTouchPoints > 1;

/** The way that fits this browser best. */
export function fittingWay(): Way {
  const worker = 'serviceWorker' in navigator;
  // An app that shows pages: its bridge, or WebKit without the workers that Safari has.
  if ('WeixinJSBridge' in globalThis || (isTouchWebKit() && isSecureContext && !worker)) {
    return 'wechat';
  }
  if (isTouchWebKit()) return 'safari';
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop';
  return 'onbeforeinstallprompt' in globalThis ? 'chromium' : 'system';
}
