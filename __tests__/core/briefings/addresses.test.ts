import { strFromU8, unzipSync } from 'fflate'
import MarkdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/briefings/render/formats'
import { render } from '@/lib/briefings/render/registry'
import { webAddress } from '@/lib/briefings/render/web-address'
import { caseRendering } from '../../support/briefings/fixture'
import { OfficeFile } from '../../support/briefings/office'
import { type Dict, PdfFile, Stream, type Value } from '../../support/pdf/read-pdf'

jest.setTimeout(60_000)

const markdown = new MarkdownIt({ html: true, linkify: true }).use(footnotes)

type Tokens = ReturnType<typeof markdown.parse>

const linksIn = (tokens: Tokens): string[] =>
  tokens.flatMap(({ type, attrs, children }) => [
    ...(type === 'link_open' ? (attrs ?? []).map(([, value]) => value) : []),
    ...linksIn(children ?? []),
  ])

const htmlLinks = (file: Uint8Array) =>
  [...strFromU8(file).matchAll(/href="([^#"][^"]*)"/g)].map(([, target]) => target)

function pdfLinks(file: Uint8Array): string[] {
  const linksOf = (value: Value | undefined): string[] => {
    if (value instanceof Stream) return linksOf(value.dict)
    if (Array.isArray(value)) return value.flatMap(linksOf)
    if (!(value instanceof Map)) return []
    return [...(value as Dict)].flatMap(([key, one]) => (key === 'URI' ? [String(one)] : linksOf(one)))
  }
  return [...new PdfFile(file).objects.values()].flatMap(linksOf)
}

function officeLinks(bytes: Uint8Array): string[] {
  const file = new OfficeFile(bytes)
  const relations = file.names(/\.rels$/).flatMap((name) => file.elements(name, 'Relationship'))
  const outside = relations.filter((one) => one.getAttribute('TargetMode') === 'External')
  return outside.map((one) => one.getAttribute('Target') ?? '')
}

/** Where the links of a file lead; a data package has no links, only its texts. */
const LINKS: Record<Exclude<ExportFormat, 'zip'>, (file: Uint8Array) => string[]> = {
  html: htmlLinks,
  md: (file) => linksIn(markdown.parse(strFromU8(file), {})),
  pdf: pdfLinks,
  docx: officeLinks,
  pptx: officeLinks,
  xlsx: officeLinks,
}

const LINKING: readonly ExportFormat[] = ['html', 'md', 'pdf', 'docx']

/** The case, with one address in all its sources. */
const withAddress = (url: string) => (evidence: Evidence) => {
  for (const { incidents } of evidence.dyads)
    for (const { sources } of incidents) for (const source of sources) source.url = url
  return evidence
}

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['HTTP://Example.org', 'http://example.org/'],
  ['https://example.org/@user:secret', 'https://example.org/@user:secret'],
  ['https://@example.org/', 'https://example.org/'],
  ['https://user:secret@example.org/', null],
  ['https://user@example.org/', null],
  ['https://:secret@example.org/', null],
  ['https://bank.example%40x@evil.example/', null],
  ['ftp://example.org/', null],
  ['example.org', null],
])('%s is linked as %s', (url, address) => {
  expect(webAddress(url)).toBe(address)
})

test('an address with a user name or a password is a link in no format, and stands as text in each', async () => {
  const [plain, secret] = ['https://example.org/a', 'https://user:secret@example.org/a']
  const [linked, unlinked] = [
    await caseRendering({ change: withAddress(plain) }),
    await caseRendering({ change: withAddress(secret) }),
  ]
  for (const [format, linksOf] of Object.entries(LINKS)) {
    const [before, after] = [
      await render(format as ExportFormat)(linked),
      await render(format as ExportFormat)(unlinked),
    ]
    // So that the test would find a link.
    if (LINKING.includes(format as ExportFormat))
      expect([format, linksOf(before)]).toEqual([format, expect.arrayContaining([plain])])
    expect([format, linksOf(after).filter((target) => target.includes('example.org'))]).toEqual([format, []])
  }
  const files = unzipSync(await render('zip')(unlinked))
  expect(Object.values(files).some((file) => strFromU8(file).includes(secret))).toBe(true)
  expect(strFromU8(await render('html')(unlinked))).toContain(`<bdi>${secret}</bdi>`)
  expect(EXPORT_FORMATS).toHaveLength(Object.keys(LINKS).length + 1)
})
