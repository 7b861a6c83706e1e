import { unzipSync } from 'fflate'
import * as z from 'zod/mini'
import { DeskError } from '@/lib/errors'
import { FORMAT_VERSION } from './descriptor'
import { DESCRIPTOR } from './package-files'
import { pointerStep } from './table'

/** Unpacked, a package may take so much; what a briefing of 2,000 incidents takes is a tenth of that. */
const MOST_BYTES = 200 * 1024 * 1024
const MOST_FILES = 500
const LONGEST_PATH = 200

/** What is given is no data package of a briefing that can be read; the message says why in a sentence. */
export class PackageError extends DeskError {
  constructor(message: string) {
    super('INVALID', message)
  }
}

const listed = { path: z.string(), bytes: z.int(), hash: z.string() }

const descriptorSchema = z.looseObject({
  resources: z.array(z.looseObject(listed)),
  dyadwatch: z.looseObject({
    formatVersion: z.int(),
    madeBy: z.object({ product: z.string(), version: z.string() }),
    files: z.array(z.object(listed)),
  }),
})

export type Descriptor = z.infer<typeof descriptorSchema>

/** A package that was unpacked. */
export interface ReadPackage {
  /** By path, `datapackage.json` among them. */
  files: ReadonlyMap<string, Uint8Array>
  descriptor: Descriptor
}

/** Text of a file of a package. */
export function utf8Of(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new PackageError(`${path} is not UTF-8 text.`)
  }
}

const isOutside = (path: string) =>
  path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\\') || path.split('/').includes('..')

/**
 * Unpacks a zip as a package may be, and no other: whatever it says of itself, no more than 200 MiB leave it, and no path leads out of it.
 * @throws PackageError
 */
function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  const seen = new Set<string>()
  let total = 0
  const isTaken = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (name.length > LONGEST_PATH || isOutside(name) || /\p{Cc}/u.test(name))
      throw new PackageError(`It holds a path that leads out of it: ${JSON.stringify(name.slice(0, LONGEST_PATH))}.`)
    if (seen.has(name)) throw new PackageError(`It holds ${JSON.stringify(name)} twice.`)
    seen.add(name)
    total += originalSize
    if (total > MOST_BYTES) throw new PackageError(`Unpacked it would take more than ${MOST_BYTES / 1024 / 1024} MiB.`)
    if (seen.size > MOST_FILES) throw new PackageError(`It holds more than ${MOST_FILES} files.`)
    // Some programs pack folders, too. A name that means something to objects would be lost among them: it stays packed.
    return !name.endsWith('/') && name !== '__proto__'
  }
  try {
    // Each file is unpacked into as many bytes as it says, so one that says less than it holds is cut, and differs from its hash.
    return new Map(Object.entries(unzipSync(bytes, { filter: isTaken })))
  } catch (error) {
    if (error instanceof PackageError) throw error
    throw new PackageError(`It is no zip file that can be read: ${error instanceof Error ? error.message : error}.`)
  }
}

/** Where in a file a fault of its shape is. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${pointerStep(String(step))}`).join('')

function descriptorFrom(text: string): Descriptor {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new PackageError(`${DESCRIPTOR} is not JSON: ${error instanceof Error ? error.message : error}.`)
  }
  const read = z.safeParse(descriptorSchema, json)
  if (!read.success) {
    const [{ path }] = read.error.issues
    throw new PackageError(`${DESCRIPTOR} is not that of a briefing: ${pointerOf(path) || 'it'} is missing or wrong.`)
  }
  const { formatVersion } = read.data.dyadwatch
  if (formatVersion !== FORMAT_VERSION)
    throw new PackageError(
      `${DESCRIPTOR}, /dyadwatch/formatVersion: ${formatVersion} is no format that this version reads; it reads ${FORMAT_VERSION}.`,
    )
  return read.data
}

/**
 * Unpacks a data package and reads its descriptor. Nothing is checked but that it can be read.
 * @throws PackageError for what is no package, with a sentence that says why.
 */
export function readPackage(bytes: Uint8Array): ReadPackage {
  const files = unpacked(bytes)
  const own = files.get(DESCRIPTOR)
  if (!own) throw new PackageError(`It holds no ${DESCRIPTOR}, so it is no data package.`)
  return { files, descriptor: descriptorFrom(utf8Of(own, DESCRIPTOR)) }
}
