/** Who holds a sitting in these tests: the page that asks, unless another one does. */

let gone: Promise<void> | undefined;

/** Another page holds every sitting until the function that this gives is called. */
export function holdElsewhere(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  gone = promise;
  return () => {
    gone = undefined;
    resolve();
  };
}

/** As where neither locks nor the database work. */
export function refuseToHold(): void {
  gone = Promise.reject(new DOMException('', 'UnknownError'));
}

/** Every sitting is free again. */
export function resetHolder(): void {
  gone = undefined;
}

/** As `client/store/holder.ts`, without other pages. */
export async function holdSitting(_id: string, onWait: () => void): Promise<void> {
  if (!gone) return;
  onWait();
  await gone;
}
