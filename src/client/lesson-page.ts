import { href } from './base.ts';

/** Without the whole of a page for this long, in milliseconds, the network is given up. */
const PATIENCE = 15_000;

/**
 * The page of a lesson as a document in which nothing runs: by `XMLHttpRequest`, since what parses a
 * text into a document is a sink of Trusted Types. Rejects where it cannot be had.
 */
export function readLessonPage(path: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', href(`${path}/`));
    request.responseType = 'document';
    request.timeout = PATIENCE;
    request.onloadend = () => {
      const page: Document | null = request.status === 200 ? request.responseXML : null;
      if (page) resolve(page);
      else reject(new Error(`The page ${path} was not read: ${request.status || 'no answer'}`));
    };
    request.send();
  });
}
