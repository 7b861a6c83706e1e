import { crc32, inflateSync } from 'node:zlib'
import { DeskError } from '@/lib/errors'
import { MOST_LOGO_BYTES } from './schema'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Pixels of a side. */
const MOST_PIXELS = 4000
/** What a picture is made of; texts, times, places and whatever else a file may carry are dropped. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
/** Samples of a pixel by the colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

const refuse = (why: string): never => {
  throw new DeskError('INVALID', why, { logo: [why] })
}

interface Chunk {
  type: string
  data: Buffer
  whole: Buffer
}

/** The chunks of a PNG, each with the right checksum, up to its end. */
function chunksOf(bytes: Buffer): Chunk[] {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) refuse('The logo is not a PNG')
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) break
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) break
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) })
    if (type === 'IEND') return chunks
    at = end
  }
  return refuse('The logo’s file is damaged')
}

/** Width, height and the bytes that its pixels take when they are unpacked. */
function headOf([head]: Chunk[]): { width: number; height: number; unpacked: number } {
  if (head?.type !== 'IHDR' || head.data.length !== 13) return refuse('The logo’s file is damaged')
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  const [depth, colour, packing, filter, interlace] = head.data.subarray(8)
  if (width < 1 || height < 1 || width > MOST_PIXELS || height > MOST_PIXELS)
    return refuse(`The logo may have at most ${MOST_PIXELS} pixels a side`)
  if (!DEPTHS[colour]?.includes(depth) || packing !== 0 || filter !== 0) return refuse('The logo’s file is damaged')
  if (interlace !== 0) return refuse('Save the logo without interlacing')
  const row = 1 + Math.ceil((width * SAMPLES[colour] * depth) / 8)
  return { width, height, unpacked: row * height }
}

function refuseWrongPixels(chunks: Chunk[], unpacked: number): void {
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const length = (() => {
    try {
      return inflateSync(packed, { maxOutputLength: unpacked }).length
    } catch {
      return -1
    }
  })()
  if (length !== unpacked) refuse('The logo’s file is damaged')
}

/**
 * A logo as it is kept: the picture alone, out of a PNG that was checked byte by byte. What else its file carried is dropped.
 * @throws DeskError INVALID (field `logo`) for what is no PNG, is damaged, too large, or unpacks to something else.
 */
export function cleanPng(bytes: Buffer): { png: Buffer; width: number; height: number } {
  if (bytes.length > MOST_LOGO_BYTES) refuse('The logo may have at most 200 kB')
  const chunks = chunksOf(bytes)
  const { width, height, unpacked } = headOf(chunks)
  refuseWrongPixels(chunks, unpacked)
  const kept = chunks.filter(({ type }) => KEPT.has(type)).map(({ whole }) => whole)
  return { png: Buffer.concat([SIGNATURE, ...kept]), width, height }
}
