import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import { now } from '@/lib/clock'
import type { Reader } from '@/lib/db/transaction'

/** SHA-256 in hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Beside the pages, which a long text would hold up for some tens of milliseconds. */
const packed = promisify(gzip)

/** Keeps content for good under its hash, which is returned; what is there already is not written again. */
export async function keepContent(reader: Reader, content: Uint8Array | string): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const hash = sha256(bytes)
  const there = await reader.briefingContent.findUnique({ where: { hash }, select: { hash: true } })
  if (there) return hash
  const data = [{ hash, packed: new Uint8Array(await packed(bytes)), at: now() }]
  await reader.briefingContent.createMany({ data, skipDuplicates: true })
  return hash
}

/**
 * The content of a hash.
 * @throws Error where there is none, or it is not what its hash says: somebody wrote to the table by hand.
 */
export async function contentOf(reader: Reader, hash: string): Promise<Buffer> {
  const row = await reader.briefingContent.findUnique({ where: { hash }, select: { packed: true } })
  if (!row) throw new Error(`content ${hash} is not on record`)
  const bytes = gunzipSync(row.packed)
  if (sha256(bytes) !== hash) throw new Error(`content ${hash} is not what its hash says`)
  return bytes
}

/** The same, where it is JSON. */
export const jsonOf = async <T>(reader: Reader, hash: string): Promise<T> =>
  JSON.parse((await contentOf(reader, hash)).toString('utf8')) as T
