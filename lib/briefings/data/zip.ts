import { type Zippable, zipSync } from 'fflate'

/** The earliest moment that a zip can hold, as fflate reads it, in local time: whatever the clock and the zone say, the same bytes. */
const EARLIEST = new Date(1980, 0, 1)

/** Packs files, sorted by name and without times, so that the same files give the same bytes. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const named = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  const zippable: Zippable = {}
  for (const [name, bytes] of named) zippable[name] = [bytes, { mtime: EARLIEST, level: 6 }]
  return zipSync(zippable)
}
