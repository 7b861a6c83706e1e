import { sha256 } from '@/lib/briefings/content'
import { draftHash } from '@/lib/briefings/draft-state'
import { publishedHash } from '@/lib/briefings/published-hash'
import type { Briefing } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'
import { contentFaults } from './briefing-contents'
import { type Fault, hashDiffers } from './fault'

/** Rows that are read at once: a draft's state is small, a briefing's row, too. */
const PAGE = 100

/** Names a published briefing. */
const placeOf = ({ id }: Pick<Briefing, 'id'>): string => `briefing ${id}`

interface FileRow {
  format: string
  name: string
  mediaType: string
  size: number
  sha256: string
}

/** Each stored file, one at a time, against the manifest that the briefing's hash covers. */
async function* fileFaults(tx: Transaction, briefing: Briefing): AsyncGenerator<Fault> {
  const place = placeOf(briefing)
  const told = briefing.files as unknown as FileRow[]
  const rows = await tx.briefingFile.findMany({ where: { briefingId: briefing.id }, omit: { bytes: true } })
  for (const { format } of rows) {
    if (!told.some((file) => file.format === format))
      yield { place, what: `it has a file that it does not name (${format})` }
  }
  for (const file of told) {
    const where = { briefingId_format: { briefingId: briefing.id, format: file.format } }
    const stored = await tx.briefingFile.findUnique({ where })
    if (!stored) {
      yield { place, what: `its file ${file.format} is missing` }
      continue
    }
    const { name, mediaType, size } = stored
    const what = `its file ${file.format} is not what was published`
    const computed = sha256(stored.bytes)
    if (computed !== file.sha256 || stored.sha256 !== file.sha256)
      yield hashDiffers(place, what, computed === file.sha256 ? stored.sha256 : computed, file.sha256)
    else if (name !== file.name || mediaType !== file.mediaType || size !== file.size) yield { place, what }
  }
}

/** Numbers within a year, one after the other. */
function* numberFaults(before: Briefing | null, briefing: Briefing): Generator<Fault> {
  const number = before?.year === briefing.year ? before.number + 1 : 1
  if (briefing.number !== number)
    yield { place: placeOf(briefing), what: `number ${number} of ${briefing.year} is missing before it` }
}

function* rowFaults(before: Briefing | null, briefing: Briefing): Generator<Fault> {
  const place = placeOf(briefing)
  const { hash, ...content } = briefing
  const computed = publishedHash(content)
  if (hash !== computed) yield hashDiffers(place, 'its content does not give its hash', hash, computed)
  const previous = before?.hash ?? ''
  if (briefing.previousHash !== previous)
    yield hashDiffers(place, 'it does not follow on the briefing before it', briefing.previousHash, previous)
  if (before && briefing.at <= before.at) yield { place, what: 'it is not later than the briefing before it' }
}

async function* sealFaults(tx: Transaction, briefing: Briefing): AsyncGenerator<Fault> {
  const seal = await tx.seal.findUnique({ where: { number: briefing.sealNumber }, select: { hash: true } })
  if (seal?.hash !== briefing.sealHash)
    yield hashDiffers(placeOf(briefing), 'its seal is not on record', briefing.sealHash, seal?.hash ?? '')
}

/**
 * Follows the published briefings in their order: numbers without a gap, content that gives its hash, each on the hash before it, the
 * seal that it names, and every file and content by its own hash. One briefing's bytes at a time. Returns how many there are.
 */
export async function* briefingFaults(tx: Transaction): AsyncGenerator<Fault, number> {
  let before: Briefing | null = null
  let count = 0
  for (;;) {
    const after: Briefing | null = before
    const page: Briefing[] = await tx.briefing.findMany({
      where:
        (after && { OR: [{ year: { gt: after.year } }, { year: after.year, number: { gt: after.number } }] }) || {},
      orderBy: [{ year: 'asc' }, { number: 'asc' }],
      take: PAGE,
    })
    for (const briefing of page) {
      yield* numberFaults(before, briefing)
      yield* rowFaults(before, briefing)
      yield* sealFaults(tx, briefing)
      yield* contentFaults(tx, placeOf(briefing), [briefing.documentHash, briefing.evidenceHash, briefing.figuresHash])
      yield* fileFaults(tx, briefing)
      before = briefing
      count++
    }
    if (page.length < PAGE) return count
  }
}

/** Follows the revisions of every draft: numbers without a gap, content that gives its hash, each on the hash before it. */
export async function* draftFaults(tx: Transaction): AsyncGenerator<Fault> {
  for (let skip = 0; ; skip += PAGE) {
    const drafts = await tx.briefingDraft.findMany({ orderBy: { id: 'asc' }, skip, take: PAGE })
    for (const { id, revision } of drafts) {
      const rows = await tx.briefingDraftRevision.findMany({ where: { draftId: id }, orderBy: { revision: 'asc' } })
      let previous = ''
      for (const [index, row] of rows.entries()) {
        const place = `briefing draft ${id}, revision ${index + 1}`
        const computed = draftHash(row)
        if (row.revision !== index + 1) yield { place, what: 'it is missing' }
        if (row.hash !== computed) yield hashDiffers(place, 'its content does not give its hash', row.hash, computed)
        if (row.previousHash !== previous)
          yield hashDiffers(place, 'it does not follow on the revision before it', row.previousHash, previous)
        previous = row.hash
      }
      if (rows.at(-1)?.revision !== revision)
        yield { place: `briefing draft ${id}`, what: `its revision ${revision} is missing` }
    }
    if (drafts.length < PAGE) return
  }
}
