import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/core/canonical-json'
import type { Briefing } from '@/lib/db/generated/client'

/** What the hash of a published briefing covers: all of its row, its files and contents by their hashes, and the hash before it. */
export type PublishedContent = Omit<Briefing, 'hash' | 'methods' | 'files' | 'changes'> & {
  methods: unknown
  files: unknown
  changes: unknown
}

/** SHA-256 in hex over a published briefing's canonical content. */
export function publishedHash({ at, asOf, ...content }: PublishedContent): string {
  const told = { ...content, at: at.toISOString(), asOf: asOf.toISOString() }
  return createHash('sha256').update(canonicalJson(told)).digest('hex')
}
