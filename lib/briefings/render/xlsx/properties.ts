import type writeExcelFile from 'write-excel-file/node'
import type { Options } from 'write-excel-file/node'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import { markText } from '@/lib/briefings/model/terms'

/** What the library takes of a file's content, of which it does not export the name. */
type WorkbookOptions = NonNullable<Parameters<typeof writeExcelFile>[1]>
type Feature =
  WorkbookOptions extends Options<infer Content> ? NonNullable<Options<Content>['features']>[number] : never

const CORE = 'docProps/core.xml'
const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml'
const CORE_RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** `&` begins a code in a header or footer, so one that is text stands twice. */
const headerText = (text: string): string => escaped(text.replaceAll('&', '&&'))

/** Header and footer may have 255 characters each, all three parts and their codes together. */
const LONGEST_FOOTER = 80

/** Properties of the file; its times are those of the briefing, never of the clock. */
function coreXml({ title, subtitle, mark, language, team, asOf }: BriefingDocument): string {
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(asOf)}</dcterms:${name}>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subtitle)}</dc:subject>` +
    `<dc:creator>${escaped(team.name)}</dc:creator><cp:keywords>${markText(mark)}</cp:keywords>` +
    `<cp:category>${markText(mark)}</cp:category><dc:language>${language}</dc:language>` +
    `${time('created')}${time('modified')}</cp:coreProperties>`
  )
}

/** The mark above and below each printed sheet, with the team's footer and the page. */
function headerFooterXml({ mark, team, words }: BriefingDocument): string {
  const own = markText(mark)
  const footer = headerText([...team.footer].slice(0, LONGEST_FOOTER).join(''))
  const page = `${headerText(words.page)} &amp;P ${headerText(words.of)} &amp;N`
  return (
    `<headerFooter><oddHeader>&amp;L&amp;A&amp;R&amp;"-,Bold"${own}</oddHeader>` +
    `<oddFooter>&amp;L${footer}&amp;C&amp;"-,Bold"${own}&amp;R${page}</oddFooter></headerFooter>`
  )
}

/** Prints a sheet as wide as the page, over as many pages as it is long. */
const fittedXml = (xml: string): string =>
  xml
    .replace(/<worksheet [^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')

/** Puts the mark into the workbook's properties and on every printed page. */
export const markedBy = (document: BriefingDocument): Feature => ({
  files: {
    transform: {
      '[Content_Types].xml': { insert: () => `<Override ContentType="${CORE_TYPE}" PartName="/${CORE}"/>` },
      '_rels/.rels': {
        insert: () => `<Relationship Id="rId-core" Type="${CORE_RELATION}" Target="${CORE}"/>`,
      },
      'xl/worksheets/sheet{id}.xml': { insert: () => headerFooterXml(document), transform: fittedXml },
    },
    write: { files: () => ({ [CORE]: coreXml(document) }) },
  },
})
