import 'server-only'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { type Composed, composedOf, type Source } from './apart/source'
import type { SentenceEdit } from './compose/edits'
import { contentOf } from './content'
import { intervalsStored } from './intervals'
import { composeApart } from './render-pool'
import type { DraftSettings } from './schema'
import { templateLook } from './template-look'

/**
 * Bytes of evidence below which a briefing is composed where it is asked for: some tens of milliseconds at most. A thread takes longer
 * to be started than that.
 */
const SMALL_BYTES = 96 * 1024

/** What a briefing is made of from evidence that is kept, by a draft's settings. */
export async function sourceFrom(
  evidenceHash: string,
  look: DraftSettings,
  edits: readonly SentenceEdit[] = [],
): Promise<Source> {
  const reader: Reader = await database()
  const evidence = await contentOf(reader, evidenceHash)
  return { evidence, look, template: await templateLook(reader, look.templateId), edits }
}

/**
 * Composes a briefing as pages show it; in a thread where pages would have to wait for it.
 * @throws DeskError NOT_FOUND where the record has no such week; the signal's reason when it is aborted.
 */
export async function composed(source: Source, signal?: AbortSignal): Promise<Composed> {
  if (source.evidence.length < SMALL_BYTES) return composedOf(source, intervalsStored, { signal })
  return composeApart(source, { signal })
}
