import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// OWASP's equal-strength settings for argon2id (the library's default variant), here with 46 MiB, one pass, one lane.
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 }
const MAX_LENGTH = 200
// Crockford's base 32: no i, l, o, u, so nothing is misread. 20 characters are 100 bits.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const GROUPS = 5
const GROUP_LENGTH = 4

/** Equal text typed on different keyboards can differ in code points. */
const canonical = (password: string) => password.normalize('NFKC')

/** The argon2id hash to store, with salt and settings in it. */
export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), COST)
}

/** Whether the password is the one that was hashed. */
export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, canonical(password))
}

let decoy: Promise<string> | undefined

/**
 * Whether the password opens the account. Without a hash (no such account, or a deactivated one) a decoy is verified
 * instead, so that the answer takes as long; the decoy is made before it is known which of the two it will be.
 */
export async function passwordOpens(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomPassword())
  const decoyHash = await decoy
  const usable = passwordHash !== undefined && password.length <= MAX_LENGTH
  const matches = await verifyPassword(usable ? passwordHash : decoyHash, password.slice(0, MAX_LENGTH))
  return usable && matches
}

/** A password of 100 random bits in readable groups, such as `7gk2-m0vx-…`. */
export function randomPassword(): string {
  const characters = Array.from(randomBytes(GROUPS * GROUP_LENGTH), (byte) => ALPHABET[byte & 31]).join('')
  return Array.from({ length: GROUPS }, (_, group) =>
    characters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH),
  ).join('-')
}
