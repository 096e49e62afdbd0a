import { href } from './base.ts';
import { isReplaced, readLearners } from './learners.ts';
import { writeSession } from './session.ts';

/** Milliseconds without a hand on this machine after which somebody else may sit here. */
const IDLE = 10 * 60_000;
const CHECK = 15_000;

/** When somebody last did something, in any page of this site. */
const ACTIVE = 'window-course.active';

/** Session key of the page that a learner comes back to. */
export const BACK = 'back';

/**
 * Where several learners share this browser, asks who is here after ten idle minutes, and follows
 * when another page has asked. Nothing is lost by leaving: selections are kept as they are made.
 */
export function watchIdle(): void {
  check();
  setInterval(check, CHECK);
  for (const event of ['pageshow', 'storage']) addEventListener(event, check);
  document.addEventListener('visibilitychange', check);
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll']) {
    addEventListener(event, stayActive, { passive: true, capture: true });
  }
}

/** A hand on the machine; written down at most four times a minute. Too late, it answers nothing. */
function stayActive(): void {
  const rest = idleFor();
  if (rest > CHECK && rest <= IDLE) markActive();
}

/** Somebody has just said who is here. */
export function markActive(): void {
  try {
    localStorage.setItem(ACTIVE, String(Date.now()));
  } catch {
    // Then there is one learner, and nobody to ask for.
  }
}

function check(): void {
  if (isReplaced()) {
    location.reload();
    return;
  }
  if (readLearners().length < 2) return;
  const rest = idleFor();
  if (Number.isNaN(rest)) markActive();
  // The page that asks does not leave for itself.
  if (!(rest > IDLE) || document.querySelector('course-learners')) return;
  writeSession(BACK, location.href);
  location.replace(href('learner/'));
}

/** Milliseconds since somebody did something; NaN where nobody has yet. A clock set back counts too. */
function idleFor(): number {
  try {
    return Math.abs(Date.now() - Number.parseInt(localStorage.getItem(ACTIVE) ?? '', 10));
  } catch {
    return Number.NaN;
  }
}
