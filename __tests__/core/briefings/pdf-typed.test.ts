import { scenePng } from '@/lib/briefings/charts/png'
import type { Scene } from '@/lib/briefings/charts/scene'
import { settable } from '@/lib/briefings/render/pdf/fonts'
import { renderPdf } from '@/lib/briefings/render/pdf/render-pdf'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { NASTY_TEXTS, typedDocument } from '../../support/briefings/typed'
import { accessibilityFaults, dangers } from '../../support/pdf/accessibility'
import { dense, paragraphOf, partOf, read, sectionOf, special, weekOf, withSections } from '../../support/pdf/documents'
import type { Dict, Stream } from '../../support/pdf/read-pdf'
import { allOf, structureOf, textOf } from '../../support/pdf/structure'

jest.setTimeout(60_000)

const NASTY = [
  "=cmd|' /C calc'!A0",
  '<script>alert(1)</script>&amp;<!ENTITY x SYSTEM "file:///etc/passwd">]]>',
  ') Tj ET endstream endobj << /S /JavaScript /JS (app.alert(1)) >>',
  '\u202egnp.exe\u202c \u2067right\u2069 \0\u0001\u007f',
  '👨‍👩‍👧 🇦🇿 ☠️ \ud800 \u{10ffff} 漢字',
  'שלום עולם · سلام دنیا · Ողջույն · გამარჯობა · ə Ə ğ ı İ ş → − ’ʼ',
  'e\u0301 a\u0300\u0323\u0316',
  '\\ ( ( \\) ] > %',
]

test('nothing that somebody typed can break the file, run, or lead anywhere', async () => {
  const rendering = await partOf(['bluf', 'incidents', 'sources'])
  const { document } = rendering
  const typed = NASTY.join(' ')
  const urls = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,<script>',
    'https://example.org/a(b)%20c\\d?é=ə',
    'http://[bad',
    'https://user:secret@example.org/',
  ]
  const nasty: Rendering = {
    ...rendering,
    document: {
      ...document,
      title: typed,
      subtitle: typed,
      provenance: typed,
      team: { name: typed, footer: typed, logo: { png: 'bm90IGEgcG5n"/><script/>', width: 300, height: 100 } },
      sections: [
        ...document.sections.map((section) => ({ ...section, title: typed })),
        sectionOf(NASTY.map(paragraphOf)),
        sectionOf([
          {
            kind: 'table',
            table: {
              caption: typed,
              columns: [{ label: typed, align: 'right', width: 1 }],
              rows: NASTY.map((text) => [{ runs: [{ text }] }]),
            },
          },
        ]),
      ],
      notes: urls.map((url, index) => ({
        number: index + 1,
        outlet: typed,
        date: typed,
        quote: typed,
        url,
        incidents: [],
        reliability: 'C',
      })),
    },
  }
  const file = await read(nasty)
  expect(accessibilityFaults(file)).toEqual([])
  expect(dangers(file)).toEqual([])
  const text = textOf(structureOf(file).root)
  for (const part of ['👨👩👧', '漢字', 'ʼ', '<script>alert(1)</script>', '� 􏿿', 'ə Ə ğ ı İ ş → −', ']]>'])
    expect(text).toContain(part)
  expect(file.metadata).toContain('&lt;script&gt;')
})

test('whatever is typed stands in the file where it was typed, and does nothing', async () => {
  const text = NASTY_TEXTS.join(' ')
  const file = await read({ ...(await weekOf()), ...(await typedDocument(text, 'javascript:alert(1)')) })
  expect(accessibilityFaults(file)).toEqual([])
  expect(dangers(file)).toEqual([])
  // A head that is longer than its table's pages would be on each of them.
  expect(file.pages.length).toBeLessThan(200)
  const shown = dense(textOf(structureOf(file).root))
  const inOrder = NASTY_TEXTS.filter((one) => !/[\u0590-\u08ff]/.test(one))
  for (const one of inOrder) expect(shown).toContain(dense(settable(one)))
})

test('the logo of the team stands on the first page alone', async () => {
  const { document, ...rest } = await partOf(['bluf', 'key-figures', 'trend'])
  const scene: Scene = {
    width: 4,
    height: 2,
    items: [{ kind: 'rect', x: 0, y: 0, width: 2, height: 2, fill: '#ff0000' }],
  }
  const logo = { png: Buffer.from(scenePng(scene, 1)).toString('base64'), width: 4, height: 2 }
  const file = await read({ ...rest, document: { ...document, team: { ...document.team, logo } } })
  expect(accessibilityFaults(file)).toEqual([])
  const picturesOf = (page: Dict) => file.get<Dict | undefined>(file.get<Dict>(page.get('Resources')).get('XObject'))
  const [first, ...others] = file.pages
  const picture = file.get<Stream>(picturesOf(first)?.get('Logo'))
  const [red, white] = [
    [255, 0, 0],
    [255, 255, 255],
  ]
  expect([...picture.bytes]).toEqual([...red, ...red, ...white, ...white, ...red, ...red, ...white, ...white])
  expect(others.map(picturesOf)).toEqual(others.map(() => undefined))
})

test('a word of 100,000 characters is broken over lines and pages, and nothing of it is lost', async () => {
  const word = 'Pneumonoultramicroscopic'.repeat(4167)
  const rendering = withSections(await weekOf(), [
    sectionOf([
      paragraphOf(word),
      {
        kind: 'table',
        table: {
          caption: 'T',
          columns: [
            { label: 'A', align: 'left', width: 0.5 },
            { label: 'B', align: 'left', width: 0.5 },
          ],
          rows: [[{ runs: [{ text: word }] }, { runs: [{ text: 'short' }] }]],
        },
      },
    ]),
  ])
  const file = await read(rendering)
  expect(file.pages.length).toBeGreaterThan(40)
  expect(accessibilityFaults(file)).toEqual([])
  const { root } = structureOf(file)
  expect(
    allOf(root)
      .filter(({ own }) => own === word)
      .map(({ type }) => type),
  ).toEqual(['P', 'TD'])
})

test('the work ends when it is told to, and tells how far it is', async () => {
  const rendering = await special()
  const shares: number[] = []
  await renderPdf(rendering, { onProgress: (share) => shares.push(share) })
  expect(shares.at(-1)).toBe(1)
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
  const ended = new AbortController()
  const work = renderPdf(rendering, {
    signal: ended.signal,
    onProgress: (share) => {
      if (share > 0.3) ended.abort(new Error('enough'))
    },
  })
  await expect(work).rejects.toThrow('enough')
})
