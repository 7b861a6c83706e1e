import { strFromU8, strToU8, unzipSync } from 'fflate'
import { hashOf } from '@/lib/briefings/data/descriptor'
import { zipOf } from '@/lib/briefings/data/zip'
import { type BriefingData, briefingData } from '@/lib/briefings/figures/briefing-data'
import type { Evidence } from '@/lib/briefings/model/evidence'
import type { Verdict } from '@/lib/briefings/verify/verify'
import { verifyPackage } from '@/lib/briefings/verify/verify'

/** Files of a package as text, by path. */
export type PackageTexts = Record<string, string>

export const textsOf = (bytes: Uint8Array): PackageTexts =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, file]) => [path, strFromU8(file)]))

export const packed = (texts: PackageTexts): Uint8Array =>
  zipOf(new Map(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])))

/** The same with the sizes and hashes in its descriptor set right: by somebody who knows how. */
export function resealed(texts: PackageTexts): PackageTexts {
  const descriptor = JSON.parse(texts['datapackage.json'])
  for (const one of [...descriptor.resources, ...descriptor.dyadwatch.files]) {
    const bytes = strToU8(texts[one.path])
    Object.assign(one, { bytes: bytes.length, hash: hashOf(bytes) })
  }
  return { ...texts, 'datapackage.json': `${JSON.stringify(descriptor, null, 2)}\n` }
}

const known = new Map<string, Promise<BriefingData>>()

/** The figures' data of evidence, made once for each: most changes of a package leave its evidence alone. */
function computeOnce(evidence: Evidence): Promise<BriefingData> {
  const key = JSON.stringify(evidence)
  const data = known.get(key) ?? briefingData(evidence)
  known.set(key, data)
  return data
}

export const verdictOf = (texts: PackageTexts): Promise<Verdict> =>
  verifyPackage(packed(texts), { compute: computeOnce })
