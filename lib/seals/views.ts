/** When a seal is made: each day, when somebody asks for one, and with a briefing. */
export const SEAL_KINDS = ['daily', 'asked', 'briefing'] as const
export type SealKind = (typeof SEAL_KINDS)[number]

/** One seal. Keep its number and hash outside: `dyadwatch audit --seal HASH` tells whether the record is still that one. */
export interface SealView {
  number: number
  /** ISO 8601. */
  at: string
  kind: SealKind
  /** Who asked for it; null for the desk itself and the command line. */
  by: string | null
  dyads: number
  /** Incidents that it covers. */
  heads: number
  /** SHA-256 in hex, whole. */
  root: string
  previousHash: string
  hash: string
}

export interface SealPage {
  seals: SealView[]
  /** Number to ask the next page before; null at the end. */
  next: number | null
}
