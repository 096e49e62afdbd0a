type Sentence<Details> = (details: Details) => string;

/**
 * An `error` is mended. A `warning` fails `check` as well, unless its author waived it and said why
 * (`waivers`, docs/authoring.md). A `notice` never fails.
 */
export type Level = 'error' | 'warning' | 'notice';

/** One mistake that authors can make. `Details` is what its two sentences have to be told. */
export interface AuthorError<Details> {
  level: Level;
  message: Sentence<Details>;
  hint: Sentence<Details>;
}

const ofLevel =
  <Own extends Level>(level: Own) =>
  <Details = void>(message: Sentence<Details>, hint: Sentence<Details>) => ({
    level,
    message,
    hint,
  });

export const error = ofLevel('error');
export const warning = ofLevel('warning');
export const notice = ofLevel('notice');
