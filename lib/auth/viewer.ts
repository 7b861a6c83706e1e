import type { Role } from './permissions'

declare const minted: unique symbol

/**
 * Proof of who asks. Every query and command takes one first, so code that has not asked the gate does not compile.
 * Only `session.ts` (people) and `operator.ts` (the command line) mint one. `accountId` is null for the command line.
 */
export interface Viewer {
  readonly [minted]: true
  readonly accountId: string | null
  readonly login: string
  readonly name: string
  readonly role: Role
}
