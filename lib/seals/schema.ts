import * as z from 'zod/mini'
import { typedText } from '@/lib/typed-text'

/** A seal is asked for with nothing beside it. */
export const sealNowSchema = z.object({})

const SHA256 = /^[0-9a-f]{64}$/

/** What the address of the seals says; a page that is none starts the list at its beginning. */
export const sealsAddressSchema = z.object({
  before: z.catch(z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(2 ** 31 - 1))), undefined),
  /** A hash to look up, as it was pasted: spaces around it and capitals do not matter. */
  hash: z.catch(z.optional(typedText().check(z.trim(), z.toLowerCase(), z.maxLength(200))), undefined),
})

/** Whether a text can be the hash of a seal at all. */
export const isSealHash = (text: string): boolean => SHA256.test(text)
