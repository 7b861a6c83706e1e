/** The sample that `make-sample.ts` draws. */
export const SAMPLE_TITLE = 'Three incidents of the case'
