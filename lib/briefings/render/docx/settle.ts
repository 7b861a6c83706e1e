import { type PackageParts, rewriteParts, withDates } from '@/lib/briefings/render/office/package-parts'

const RELATIONSHIP = /<Relationship Id="(rId[^"]*)"/g
const DRAWN_ID = /^rId\d+$/

/** New ids for those that the library draws at random: by their order in the part's relationships. */
function settledIds(relationships: string): Map<string, string> {
  const random = [...relationships.matchAll(RELATIONSHIP)].map(([, id]) => id).filter((id) => !DRAWN_ID.test(id))
  return new Map(random.map((id, index) => [id, `rIdLink${index + 1}`]))
}

const textOf = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '')

/** Attributes of the same name and value, as they are written; text holds none of these, for `<` is escaped there. */
const withIds = (xml: string, ids: ReadonlyMap<string, string>): string =>
  xml.replace(/(\s(?:r:id|r:embed|Id)=")(rId[^"]+)(")/g, (all, head: string, id: string, tail: string) => {
    const settled = ids.get(id)
    return settled ? `${head}${settled}${tail}` : all
  })

/** Ids of drawings, which the library counts on from document to document. */
function withDrawingIds(xml: string): string {
  let count = 0
  return xml.replace(/(<wp:docPr[^>]*?\sid=")\d+(")/g, (_, head: string, tail: string) => `${head}${++count}${tail}`)
}

/** Ids of bookmarks by their order; ends come after their starts. */
function withBookmarkIds(xml: string): string {
  const ids = new Map<string, number>()
  return xml.replace(
    /(<w:bookmark(?:Start|End)[^>]*?\sw:id=")(\d+)(")/g,
    (_, head: string, id: string, tail: string) => {
      if (!ids.has(id)) ids.set(id, ids.size + 1)
      return `${head}${ids.get(id)}${tail}`
    },
  )
}

/** Footnotes that are marked by hand show their own number where Word would count. */
const withOwnMarks = (footnotes: string): string =>
  footnotes.replace(/<w:footnote w:id="(\d+)">.*?<\/w:footnote>/gs, (note, id: string) =>
    note.replace('<w:footnoteRef/>', `<w:t>${id}</w:t>`),
  )

/**
 * Takes out of a written document what differs from one writing to the next: the library draws the ids of links at random, counts drawings and
 * bookmarks on from document to document, and takes the dates from the clock.
 */
export function settleDocument(parts: PackageParts, options: { asOf: string; isMarkedByHand: boolean }): void {
  for (const name of [...parts.keys()].filter((one) => /^word\/_rels\/.+\.rels$/.test(one))) {
    const ids = settledIds(textOf(parts.get(name)))
    const owner = name.replace('_rels/', '').replace(/\.rels$/, '')
    for (const part of [name, owner]) rewriteParts(parts, exactly(part), (xml) => withIds(xml, ids))
  }
  rewriteParts(parts, /^word\/(document|header\d+|footer\d+|footnotes)\.xml$/, (xml) =>
    withBookmarkIds(withDrawingIds(xml)),
  )
  if (options.isMarkedByHand) rewriteParts(parts, /^word\/footnotes\.xml$/, withOwnMarks)
  rewriteParts(parts, /^docProps\/core\.xml$/, (xml) => withDates(xml, options.asOf))
}

const exactly = (name: string): RegExp => new RegExp(`^${name.replace(/[.\\]/g, '\\$&')}$`)
