import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Bits a colour, true colour with its cover, and the only kinds there are of packing, filters and rows. */
const TRUE_COLOUR = [8, 6, 0, 0, 0]
const BYTES_A_DOT = 4
/** Fast: charts are flat colours, which pack well at any level. */
const LEVEL = 3

const packed = promisify<Buffer, { level: number }, Buffer>(deflate)

/** A part of a PNG: its length, its name, what it holds, and the sum that proves both. */
function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

interface Pixels {
  /** Red, green, blue and cover of each dot, row by row. */
  pixels: Uint8Array
  /** Dots of a row. */
  width: number
}

interface Part {
  top: number
  width: number
  height: number
}

/** Rows from the left edge, each after a byte that says that it is not filtered. */
function rowsOf({ pixels, width: across }: Pixels, { top, width, height }: Part): Buffer {
  const [from, to] = [BYTES_A_DOT * across, BYTES_A_DOT * width]
  const rows = Buffer.alloc(height * (1 + to))
  for (let row = 0; row < height; row++) {
    const begin = (top + row) * from
    rows.set(pixels.subarray(begin, begin + to), row * (1 + to) + 1)
  }
  return rows
}

/** A part of some pixels as a PNG (ISO/IEC 15948), packed in a thread beside. */
export async function encodePng(pixels: Pixels, part: Part): Promise<Uint8Array> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(part.width, 0)
  header.writeUInt32BE(part.height, 4)
  header.set(TRUE_COLOUR, 8)
  const data = await packed(rowsOf(pixels, part), { level: LEVEL })
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array())])
}
