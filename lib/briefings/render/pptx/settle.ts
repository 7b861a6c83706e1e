import { strToU8 } from 'fflate'
import { escapeXml } from '@/lib/briefings/charts/svg'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import { markText } from '@/lib/briefings/model/terms'
import { OFFICE_LANGUAGE } from '@/lib/briefings/render/office/look'
import { type PackageParts, rewriteParts, withDates, XML_HEAD } from '@/lib/briefings/render/office/package-parts'
import { chartBook } from './chart-book'
import { chartXml } from './chart-xml'
import type { NativeChart } from './native-chart'

const CHART = /^ppt\/charts\/chart(\d+)\.xml$/
/** Where charts and their workbooks are named: `/ppt/charts/chart7.xml`, `Microsoft_Excel_Worksheet7.xlsx`. */
const NAMED = /((?:charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet))(\d+)(?=\.xml|\.xlsx)/g

/** Numbers charts within the file: the library counts on from one presentation to the next. */
function renumbered(parts: PackageParts): PackageParts {
  const numbers = [...parts.keys()].flatMap((name) => CHART.exec(name)?.[1] ?? []).map(Number)
  const places = new Map(numbers.sort((a, b) => a - b).map((number, index) => [String(number), index + 1]))
  const rename = (text: string) =>
    text.replace(NAMED, (all, head: string, number: string) => {
      const place = places.get(number)
      return place === undefined ? all : `${head}${place}`
    })
  const settled: PackageParts = new Map([...parts].map(([name, bytes]) => [rename(name), bytes]))
  rewriteParts(settled, /(\.rels|\[Content_Types\]\.xml)$/, rename)
  return settled
}

const PARAGRAPH_LOOK = /<a:pPr\b[^>]*(?:\/>|>.*?<\/a:pPr>)/gs

/** Paragraphs with one look each: the library writes it again before every stretch of text, which is no valid XML of its kind. */
const withOneLook = (xml: string): string =>
  xml.replace(/<a:p>.*?<\/a:p>/gs, (paragraph) => {
    let count = 0
    return paragraph.replace(PARAGRAPH_LOOK, (look) => (++count === 1 ? look : ''))
  })

/** Ids of what is on a slide, each once: the library gives tables ids that others have. */
function withShapeIds(xml: string): string {
  let count = 0
  return xml.replace(/(<p:cNvPr id=")[^"]*(")/g, (_, head: string, tail: string) => `${head}${++count}${tail}`)
}

/** The library writes some stretches in English, whatever they are told to be. Text holds no such quotes: they are escaped there. */
const inLanguage = (xml: string, lang: string): string => xml.replaceAll('lang="en-US"', `lang="${lang}"`)

/** The list of content types without those parts that the library names but does not write. */
const withoutMissing = (types: string, parts: PackageParts): string =>
  types.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (all, name: string) => (parts.has(name) ? all : ''))

const NOTE =
  /<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr lang="en-US" dirty="0"\/><\/a:p>/

/** A line of the speaker's notes as a paragraph: the library puts all of them into one. */
function withNoteParagraphs(xml: string, lang: string): string {
  return xml.replace(NOTE, (_, text: string) =>
    text
      .split(/\r?\n/)
      .map((line) =>
        line === ''
          ? `<a:p><a:endParaRPr lang="${lang}"/></a:p>`
          : `<a:p><a:r><a:rPr lang="${lang}" dirty="0"/><a:t>${line}</a:t></a:r></a:p>`,
      )
      .join(''),
  )
}

const PROPERTIES = {
  name: 'docProps/custom.xml',
  type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties',
} as const

/** The mark among the file's properties, where the library has no place for it. */
function addMark(parts: PackageParts, mark: string): void {
  const xml = `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="TLP"><vt:lpwstr>${escapeXml(mark)}</vt:lpwstr></property></Properties>`
  parts.set(PROPERTIES.name, strToU8(xml))
  const override = `<Override PartName="/${PROPERTIES.name}" ContentType="${PROPERTIES.type}"/>`
  rewriteParts(parts, /^\[Content_Types\]\.xml$/, (types) => types.replace('</Types>', `${override}</Types>`))
  const relation = `<Relationship Id="rIdMark" Type="${PROPERTIES.relation}" Target="${PROPERTIES.name}"/>`
  rewriteParts(parts, /^_rels\/\.rels$/, (rels) => rels.replace('</Relationships>', `${relation}</Relationships>`))
  const keywords = `<cp:keywords>${escapeXml(mark)}</cp:keywords>`
  rewriteParts(parts, /^docProps\/core\.xml$/, (core) =>
    core.replace('<cp:lastModifiedBy>', `${keywords}<cp:lastModifiedBy>`),
  )
}

/**
 * Finishes a written presentation: puts in the charts and their workbooks, the mark, and the notes line by line; and takes out what differs from
 * one writing to the next – numbers counted on, dates from the clock.
 */
export function settlePresentation(
  written: PackageParts,
  charts: readonly NativeChart[],
  document: BriefingDocument,
): PackageParts {
  const lang = OFFICE_LANGUAGE[document.language]
  const parts = renumbered(written)
  charts.forEach((chart, index) => {
    parts.set(`ppt/charts/chart${index + 1}.xml`, strToU8(chartXml(chart)))
    parts.set(`ppt/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`, chartBook(chart))
  })
  rewriteParts(parts, /^ppt\/(slides|slideLayouts)\/[^/]+\.xml$/, (xml) =>
    inLanguage(withShapeIds(withOneLook(xml)), lang),
  )
  rewriteParts(parts, /^ppt\/notesSlides\/[^/]+\.xml$/, (xml) => withNoteParagraphs(xml, lang))
  rewriteParts(parts, /^docProps\/core\.xml$/, (core) => withDates(core, document.asOf))
  rewriteParts(parts, /^\[Content_Types\]\.xml$/, (types) => withoutMissing(types, parts))
  addMark(parts, markText(document.mark))
  return parts
}
