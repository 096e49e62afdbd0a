/** The part of jsdom that is used here; the package brings no types of its own. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(text: string, options?: { contentType: string });
    readonly window: { document: Document };
  }
}
