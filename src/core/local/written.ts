/** A slot as authors write it, 〔id〕, in prose and in data. A document's number, 〔2016〕, is none. */
const written = /〔([a-z][a-z0-9-]*)〕/;

/** `text` cut at its slots: even parts are words, odd parts are ids of slots. */
export const cutAtSlots = (text: string): string[] => text.split(written);

/** The ids of the slots in `text`, as often as they stand there. */
export const slotsIn = (text: string): string[] =>
  cutAtSlots(text).filter((_, index) => index % 2 === 1);
