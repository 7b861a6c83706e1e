import * as z from 'zod/mini'
import { SOURCES } from './sources'
import type { ActivityCursor } from './statement'

const cursorSchema = z.tuple([
  z.iso.datetime(),
  z.int().check(z.minimum(0), z.maximum(SOURCES.length - 1)),
  z.string(),
  z.string(),
  z.string().check(z.regex(/^\d{1,18}$/)),
])

/** A cursor as it stands in an address. */
export function encodeActivityCursor({ at, source, k1, k2, k3 }: ActivityCursor): string {
  return Buffer.from(JSON.stringify([at, source, k1, k2, k3])).toString('base64url')
}

/** The cursor that an address names; null when it names none, and then the log starts at its newest. */
export function decodeActivityCursor(text: string | undefined): ActivityCursor | null {
  if (!text) return null
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    if (!parsed.success) return null
    const [at, source, k1, k2, k3] = parsed.data
    return { at, source, k1, k2, k3 }
  } catch {
    return null
  }
}
