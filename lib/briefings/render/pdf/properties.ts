import { createHash } from 'node:crypto'
import type { BriefingDocument, DocumentTeam } from '@/lib/briefings/model/document'
import { type Language, markText } from '@/lib/briefings/model/terms'
import { settable } from './fonts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', az: 'az', ru: 'ru' }
const PRODUCT = 'Dyadwatch'
const PRODUCER = 'Dyadwatch, pdfkit'

/** What a file says about itself. */
export interface Properties {
  locale: string
  info: {
    Title: string
    Author: string
    Subject: string
    Keywords: string
    Creator: string
    Producer: string
    CreationDate: Date
  }
  /** Descriptions of the same in XMP, which goes before the properties. */
  xmp: string
  /** 16 bytes, the same for the same document. */
  fileId: Uint8Array
}

/** The properties of a document's file; times are its own. */
export function propertiesOf(document: BriefingDocument): Properties {
  const { title, subtitle, asOf, asOfText, language, mark, team }: BriefingDocument & { team: DocumentTeam } = document
  const info = {
    Title: settable(title),
    Author: settable(team.name),
    Subject: settable(`${subtitle} · ${asOfText}`),
    Keywords: markText(mark),
    Creator: PRODUCT,
    Producer: PRODUCER,
    CreationDate: new Date(asOf),
  }
  const locale = LOCALES[language]
  const fileId = createHash('sha256').update(JSON.stringify(document)).digest().subarray(0, 16)
  return { locale, info, xmp: xmpOf(info, locale), fileId: new Uint8Array(fileId) }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign])

const described = (namespace: string, properties: string): string =>
  `<rdf:Description rdf:about="" xmlns:${namespace}>${properties}</rdf:Description>`

function xmpOf(info: Properties['info'], locale: string): string {
  const inLanguage = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li><rdf:li xml:lang="${locale}">${escaped(text)}</rdf:li></rdf:Alt>`
  const created = `${info.CreationDate.toISOString().slice(0, 19)}Z`
  return [
    described(
      'dc="http://purl.org/dc/elements/1.1/"',
      `<dc:title>${inLanguage(info.Title)}</dc:title>` +
        `<dc:creator><rdf:Seq><rdf:li>${escaped(info.Author)}</rdf:li></rdf:Seq></dc:creator>` +
        `<dc:description>${inLanguage(info.Subject)}</dc:description>` +
        `<dc:subject><rdf:Bag><rdf:li>${info.Keywords}</rdf:li></rdf:Bag></dc:subject>` +
        `<dc:language><rdf:Bag><rdf:li>${locale}</rdf:li></rdf:Bag></dc:language>`,
    ),
    described(
      'xmp="http://ns.adobe.com/xap/1.0/"',
      `<xmp:CreateDate>${created}</xmp:CreateDate><xmp:CreatorTool>${info.Creator}</xmp:CreatorTool>`,
    ),
    described(
      'pdf="http://ns.adobe.com/pdf/1.3/"',
      `<pdf:Producer>${info.Producer}</pdf:Producer><pdf:Keywords>${info.Keywords}</pdf:Keywords>`,
    ),
  ].join('\n')
}
