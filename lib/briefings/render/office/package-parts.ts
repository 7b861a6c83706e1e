import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Begins every part that is XML. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** The parts of an office file by name, in their order. */
export type PackageParts = Map<string, Uint8Array>

/*
 * The first moment that a zip can hold, by the local clock: that is what a zip stores, so the same bytes come out in every time zone.
 */
const ZIP_TIME = new Date(1980, 0, 1)

/** The parts of an office file. Folders have none. */
export const partsOf = (file: Uint8Array): PackageParts =>
  new Map(Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/')))

/** Parts that are compressed already. */
const IS_COMPRESSED = /\.(png|xlsx)$/

/** An office file of some parts: the same bytes for the same parts, whenever and wherever. */
export const fileOf = (parts: PackageParts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      [...parts].map(([name, bytes]) => [name, [bytes, { mtime: ZIP_TIME, level: IS_COMPRESSED.test(name) ? 0 : 3 }]]),
    ),
  )

/** Rewrites the text of those parts whose names match; the others stay as they are. */
export function rewriteParts(
  parts: PackageParts,
  names: RegExp,
  rewrite: (text: string, name: string) => string,
): void {
  for (const [name, bytes] of parts) {
    if (names.test(name)) parts.set(name, strToU8(rewrite(strFromU8(bytes), name)))
  }
}

/** Core properties with both dates set to the moment that a document is as of. */
export const withDates = (core: string, asOf: string): string =>
  core.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, tag: string) => `${tag}${new Date(asOf).toISOString().replace(/\.\d+Z$/, 'Z')}`,
  )
