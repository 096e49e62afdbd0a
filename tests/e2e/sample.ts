/** Whether everything is tried that `npm test` samples: `npm run test:thorough`. */
export const thorough = process.env.THOROUGH !== undefined;

/** Every `step`th row of a list of rows that are alike. */
export const sample = <Row>(rows: readonly Row[], step: number): Row[] =>
  rows.filter((_, index) => thorough || index % step === 0);
