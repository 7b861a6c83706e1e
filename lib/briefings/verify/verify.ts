import { MADE_BY, type MadeBy } from '@/lib/briefings/data/made-by'
import { DESCRIPTOR } from '@/lib/briefings/data/package-files'
import { readPackage } from '@/lib/briefings/data/read-package'
import { sentencesAt } from '@/lib/briefings/data/sentences-at'
import { type BriefingData, briefingData } from '@/lib/briefings/figures/briefing-data'
import type { Evidence } from '@/lib/briefings/model/evidence'
import type { Difference } from './findings'
import { Verification, type VerifyCounts } from './verification'

/** What verifying a package found. */
export interface Verdict {
  /** All is as it should be. */
  ok: boolean
  counts: VerifyCounts
  /** The first places that differ, and how many there are in all. */
  differences: Difference[]
  count: number
  title: string
  madeBy: MadeBy
  /** An older or newer version of the product made it: where rules changed since, that version has to verify it. */
  otherVersion: boolean
  /** Sentences that people changed, which no rule can prove. */
  edited: { section: string; key: string; by: string; at: string }[]
}

interface VerifyOptions {
  /** Makes the figures' data of evidence; only tests give another. */
  compute?: (evidence: Evidence) => Promise<BriefingData>
}

/**
 * Makes every figure and table of a package again, from its own evidence and method, and compares: offline, with no database. Costs what
 * making the briefing's figures costs.
 * @throws PackageError for what is no package that can be read.
 */
export async function verifyPackage(
  bytes: Uint8Array,
  { compute = briefingData }: VerifyOptions = {},
): Promise<Verdict> {
  const work = new Verification(readPackage(bytes), compute)
  const { document } = await work.run()
  // Whatever could not be made again is still held against its hash.
  for (const path of work.broken.keys())
    if (!work.found.has(path, DESCRIPTOR)) work.found.add(path, null, `it differs from its hash in ${DESCRIPTOR}`)
  const { found, counts, madeBy } = work
  const edited = (document ? sentencesAt(document) : []).flatMap(({ section, sentence: { key, by } }) =>
    by.kind === 'edited' ? [{ section, key, by: by.name, at: by.at }] : [],
  )
  return {
    ok: found.count === 0,
    counts,
    differences: found.differences,
    count: found.count,
    title: document?.title ?? '',
    madeBy,
    otherVersion: madeBy.version !== MADE_BY.version,
    edited,
  }
}
