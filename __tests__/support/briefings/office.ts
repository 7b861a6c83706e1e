import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import type { BriefingDocument, Sentence } from '@/lib/briefings/model/document'

/** What XML 1.0 allows no text to hold. */
const NOT_XML = /(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]|\p{Cs}|&#(x0*[0-8bcef]|0*[0-8]);/u

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** An office file, unzipped: its XML read strictly, and its relations looked up. */
export class OfficeFile {
  readonly parts: Record<string, Uint8Array>
  readonly #read = new Map<string, Document>()

  constructor(file: Uint8Array) {
    this.parts = unzipSync(file)
  }

  names(pattern: RegExp): string[] {
    return Object.keys(this.parts)
      .filter((name) => pattern.test(name))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  }

  text(name: string): string {
    return strFromU8(this.parts[name])
  }

  /** @throws where the part is missing, or not well-formed. */
  xml(name: string): Document {
    const known = this.#read.get(name)
    if (known) return known
    const text = this.text(name)
    if (NOT_XML.test(text)) throw new Error(`${name} holds what XML does not allow`)
    const stop = (level: string, message: string) => {
      if (level !== 'warning') throw new Error(`${name}: ${message}`)
    }
    const read = new DOMParser({ onError: stop }).parseFromString(text, 'text/xml')
    this.#read.set(name, read)
    return read
  }

  /** Elements of the qualified name. */
  elements(name: string, tag: string): Element[] {
    return [...this.xml(name).getElementsByTagName(tag)]
  }

  /** The text of all parts that match, in order, with nothing between stretches of one paragraph. */
  words(pattern: RegExp, paragraph: 'w:p' | 'a:p'): string {
    const stretch = paragraph === 'w:p' ? 'w:t' : 'a:t'
    return this.names(pattern)
      .flatMap((name) => this.elements(name, paragraph))
      .map((one) => [...one.getElementsByTagName(stretch)].map(({ textContent }) => textContent ?? '').join(''))
      .join('\n')
  }

  /** Relations that lead nowhere, and ids in parts that no relation has. */
  loose(): string[] {
    const loose: string[] = []
    for (const name of this.names(/\.rels$/)) {
      const folder = name.replace(/_rels\/[^/]+$/, '')
      const ids = new Set<string>()
      for (const relation of this.elements(name, 'Relationship')) {
        const [id, target] = [relation.getAttribute('Id') ?? '', relation.getAttribute('Target') ?? '']
        if (ids.has(id)) loose.push(`${name}: ${id} twice`)
        ids.add(id)
        if (relation.getAttribute('TargetMode') === 'External') continue
        const path = target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1)
        if (!this.parts[path]) loose.push(`${name}: ${target}`)
      }
      const owner = name.replace('_rels/', '').replace(/\.rels$/, '')
      if (!/\.xml$/.test(owner) || !this.parts[owner]) continue
      for (const element of this.xml(owner).getElementsByTagName('*'))
        for (const attribute of ['id', 'embed', 'link']) {
          const id = element.getAttributeNS(RELATIONS, attribute)
          if (id && !ids.has(id)) loose.push(`${owner}: ${id}`)
        }
    }
    return loose
  }

  /** Parts that the list of content types does not know. */
  untyped(): string[] {
    const types = '[Content_Types].xml'
    const ending = new Set(this.elements(types, 'Default').map((one) => one.getAttribute('Extension')))
    const named = this.elements(types, 'Override').map((one) => one.getAttribute('PartName') ?? '')
    const missing = named.filter((name) => !this.parts[name.slice(1)]).map((name) => `${name} is not there`)
    const all = Object.keys(this.parts).filter((name) => name !== types && !name.endsWith('/'))
    return [
      ...missing,
      ...all.filter((name) => !named.includes(`/${name}`) && !ending.has(name.split('.').at(-1) ?? '')),
    ]
  }
}

/** Every sentence of a document as it reads, numbers of sources left out. */
export function sentencesOf({ sections }: BriefingDocument): string[] {
  const all = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): Sentence[] => {
      if (block.kind === 'lead' || block.kind === 'paragraph') return block.sentences
      return block.kind === 'list' ? block.items.flat() : []
    }),
  )
  return all.map(({ runs }) => runs.flatMap(({ text, note }) => (note === undefined ? [text] : [])).join(''))
}
