/** Loads the page anew if it can be had. Where nothing answers it stays: an old page is better than none. */
export async function reloadPage(): Promise<void> {
  const answer = await fetch(location.href, { cache: 'no-cache' }).catch(() => undefined);
  if (answer?.ok && !answer.redirected) location.reload();
}
