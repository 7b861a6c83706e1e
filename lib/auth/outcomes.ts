/** What the record of sign-ins says happened. */
export const SIGN_IN_OUTCOMES = ['ok', 'wrong', 'limited', 'inactive'] as const
export type RecordedOutcome = (typeof SIGN_IN_OUTCOMES)[number]
