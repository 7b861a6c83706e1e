import { hashOf } from '@/lib/briefings/data/descriptor'
import { MADE_BY, type MadeBy } from '@/lib/briefings/data/made-by'
import { DESCRIPTOR, prettyJson } from '@/lib/briefings/data/package-files'
import { type ReadPackage, utf8Of } from '@/lib/briefings/data/read-package'
import { canonicalJson } from '@/lib/core/canonical-json'
import { type Findings, instead, shown } from './findings'
import { jsonDifferences } from './json-differences'

export const README = 'README.md'

/** A file as the descriptor lists it. */
export interface Listed {
  path: string
  bytes: number
  hash: string
  /** Where in the descriptor: a JSON pointer. */
  at: string
}

/** All that a descriptor lists. */
export function listedFiles({ descriptor }: ReadPackage): Listed[] {
  const { resources, dyadwatch } = descriptor
  const of = (list: readonly Omit<Listed, 'at'>[], base: string): Listed[] =>
    list.map(({ path, bytes, hash }, index) => ({ path, bytes, hash, at: `${base}/${index}` }))
  return [...of(resources, '/resources'), ...of(dyadwatch.files, '/dyadwatch/files')]
}

/** Files that are not as the descriptor says of them, by path; what is missing, or not listed, is told of at once. */
export function brokenFiles({ files }: ReadPackage, listed: readonly Listed[], found: Findings): Map<string, Listed> {
  const broken = new Map<string, Listed>()
  for (const one of listed) {
    const bytes = files.get(one.path)
    if (!bytes) found.add(DESCRIPTOR, `${one.at}/path`, `${shown(one.path)} is not in the package`)
    else if (bytes.length !== one.bytes || hashOf(bytes) !== one.hash) broken.set(one.path, one)
  }
  const paths = new Set([DESCRIPTOR, ...listed.map(({ path }) => path)])
  for (const path of files.keys()) if (!paths.has(path)) found.add(path, null, `it is not listed in ${DESCRIPTOR}`)
  return broken
}

const sameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

/** First place where two texts differ, for what no reader of the format sees. */
function textPlace(stands: string, expected: string): { place: string; says: string } {
  let at = 0
  while (at < stands.length && stands[at] === expected[at]) at++
  const part = (text: string) => text.slice(Math.max(0, at - 10), at + 20)
  return { place: `character ${at + 1}`, says: instead(part(stands), part(expected)) }
}

/**
 * Says of each file that is not the one of its hash what is wrong, unless a place in it was named already: where it differs from what it
 * should be; or, where it does not, that the descriptor is wrong.
 */
export function blame(
  { files }: ReadPackage,
  broken: ReadonlyMap<string, Listed>,
  remade: ReadonlyMap<string, Uint8Array>,
  found: Findings,
): void {
  for (const [path, { at, bytes, hash }] of broken) {
    const [own, expected] = [files.get(path), remade.get(path)]
    if (!own || found.has(path)) continue
    if (!expected) found.add(path, null, `it differs from its hash in ${DESCRIPTOR}`)
    else if (!sameBytes(own, expected)) {
      const { place, says } = textPlace(utf8Of(own, path), utf8Of(expected, path))
      found.add(path, place, `it differs from its hash in ${DESCRIPTOR}: ${says}`)
    } else {
      if (own.length !== bytes) found.add(DESCRIPTOR, `${at}/bytes`, `${instead(bytes, own.length)} (${path})`)
      if (hashOf(own) !== hash) found.add(DESCRIPTOR, `${at}/hash`, `${instead(hash, hashOf(own))} (${path})`)
    }
  }
}

/** What a hash or a size in a descriptor is: `blame` tells of those. */
const OF_FILES = /^\/(?:resources|dyadwatch\/files)\/\d+\/(?:bytes|hash)$/

/** Whether the descriptor says of the briefing what it should. */
export function checkDescriptor(
  { files }: ReadPackage,
  remade: ReadonlyMap<string, Uint8Array>,
  found: Findings,
): void {
  const text = (map: ReadonlyMap<string, Uint8Array>) => utf8Of(map.get(DESCRIPTOR) ?? new Uint8Array(), DESCRIPTOR)
  const [own, expected] = [text(files), text(remade)]
  const [stands, should]: unknown[] = [JSON.parse(own), JSON.parse(expected)]
  for (const { at, stands: value, expected: other } of jsonDifferences(stands, should))
    if (!OF_FILES.test(at)) found.add(DESCRIPTOR, at, instead(value, other))
  if (found.has(DESCRIPTOR) || prettyJson(stands) === own) return
  const { place, says } = textPlace(own, prettyJson(stands))
  found.add(DESCRIPTOR, place, says)
}

/** Whether the README says what it should, line by line. */
export function checkReadme({ files }: ReadPackage, remade: ReadonlyMap<string, Uint8Array>, found: Findings): void {
  const lines = (map: ReadonlyMap<string, Uint8Array>) =>
    utf8Of(map.get(README) ?? new Uint8Array(), README).split('\n')
  const [own, expected] = [lines(files), lines(remade)]
  for (let line = 0; line < Math.max(own.length, expected.length); line++)
    if (own[line] !== expected[line]) found.add(README, `line ${line + 1}`, instead(own[line], expected[line]))
}

/** Whether a file is the canonical form of its own JSON. */
export const canonicalBytes = (json: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(json))

/**
 * The product that made a package: as the descriptor has it, and the README, too, so that a change of one is found by the other. The one that
 * was changed is told by the README's hash.
 */
export function makerOf({ files, descriptor }: ReadPackage, found: Findings): MadeBy {
  const { madeBy } = descriptor.dyadwatch
  const readme = files.get(README)
  const told = readme && /^Made by (\S+) (\S+)\. /m.exec(utf8Of(readme, README))
  if (!told || madeBy.product !== MADE_BY.product) return madeBy
  const [line, product, version] = told
  if (version === madeBy.version) return { product, version }
  const listed = descriptor.dyadwatch.files.find(({ path }) => path === README)
  if (listed?.hash !== hashOf(readme)) {
    const at = utf8Of(readme, README).split(line)[0].split('\n').length
    found.add(README, `line ${at}`, `${shown(version)} stands there, and ${DESCRIPTOR} says ${shown(madeBy.version)}`)
    return madeBy
  }
  found.add(
    DESCRIPTOR,
    '/dyadwatch/madeBy/version',
    `${shown(madeBy.version)} stands there, and ${README} says ${shown(version)}`,
  )
  return { product, version }
}
