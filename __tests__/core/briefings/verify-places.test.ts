import { sentencesAt } from '@/lib/briefings/data/sentences-at'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { renderPackage } from '@/lib/briefings/render/package'
import { MOST_TOLD, sentenceOf } from '@/lib/briefings/verify/findings'
import { canonicalJson } from '@/lib/core/canonical-json'
import { caseRendering } from '../../support/briefings/fixture'
import { type PackageTexts, textsOf, verdictOf } from '../../support/briefings/packages'

// A busy machine takes its time over sixty packages.
jest.setTimeout(120_000)

let texts: PackageTexts

beforeAll(async () => {
  texts = textsOf(await renderPackage(await caseRendering()))
})

describe('the place is named by file, row and column or pointer, with what stands there and what should', () => {
  const said = async (other: PackageTexts) => (await verdictOf(other)).differences.map(sentenceOf)

  test('in a table', async () => {
    const path = 'data/series.csv'
    expect(await said({ ...texts, [path]: texts[path].replace(',80.86750141394296,', ',70.86750141394296,') })).toEqual(
      [
        'data/series.csv, row AZE-RUS 2025-W27, column close: "70.86750141394296" stands there, and "80.86750141394296" should',
      ],
    )
    const rows = texts[path].split('\r\n')
    const without = rows.filter((_, index) => index !== 3).join('\r\n')
    expect((await said({ ...texts, [path]: without }))[0]).toMatch(
      /^data\/series\.csv, row AZE-RUS 2024-W50: nothing stands there, and "AZE-RUS,2024-W50,.+ should$/,
    )
  })

  test('in the figures', async () => {
    const figures = JSON.parse(texts['figures.json'])
    figures['AZE-RUS.close'].value = 70
    expect(await said({ ...texts, 'figures.json': canonicalJson(figures) })).toEqual([
      'figures.json, /AZE-RUS.close/value: figure AZE-RUS.close: 70 stands there, and 80.86750141394296 should',
    ])
  })

  test('in the evidence, before the figures that move with it', async () => {
    const evidence: Evidence = JSON.parse(texts['evidence.json'])
    const { incidents } = evidence.dyads[0]
    const at = incidents.findIndex(({ id }) => id === 'RA-010')
    const { rung } = incidents[at]
    incidents[at].rung = rung - 1
    const [first, ...others] = await said({ ...texts, 'evidence.json': canonicalJson(evidence) })
    expect(first).toBe(
      `evidence.json, /dyads/0/incidents/${at}/rung: "${rung - 1}" stands there, and "${rung}" should by data/incidents.csv, row AZE-RUS RA-010, column rung`,
    )
    expect(others.filter((sentence) => sentence.startsWith('figures.json, /AZE-RUS.'))).not.toEqual([])
    expect(others.length).toBe(MOST_TOLD - 1)
  })

  test('in the text', async () => {
    const document: BriefingDocument = JSON.parse(texts['document.json'])
    const { sentence, at } = sentencesAt(document)[0]
    const place = sentence.runs.findIndex(({ figure }) => figure === 'AZE-RUS.close')
    sentence.runs[place].text = '90.9'
    expect((await said({ ...texts, 'document.json': canonicalJson(document) })).at(-1)).toBe(
      `document.json, ${at}/runs/${place}/text: "90.9" stands there, and "80.9" should by figure AZE-RUS.close`,
    )
  })

  test('in a hash', async () => {
    const descriptor = JSON.parse(texts['datapackage.json'])
    const hash: string = descriptor.resources[0].hash
    descriptor.resources[0].hash = hash.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    expect(await said({ ...texts, 'datapackage.json': `${JSON.stringify(descriptor, null, 2)}\n` })).toEqual([
      expect.stringMatching(/^datapackage\.json, \/resources\/0\/hash: .+ should \(data\/series\.csv\)$/),
    ])
  })

  test('in the files that are there', async () => {
    const { 'data/checks.csv': _, ...without } = texts
    expect(await said(without)).toContain(
      'datapackage.json, /resources/11/path: "data/checks.csv" is not in the package',
    )
    expect(await said({ ...texts, 'data/more.csv': 'a' })).toEqual([
      'data/more.csv: it is not listed in datapackage.json',
    ])
  })

  test('where the text is the same to a reader, too', async () => {
    const spaced = texts['figures.json'].replace('{', '{ ')
    expect(await said({ ...texts, 'figures.json': spaced })).toEqual([
      expect.stringMatching(/^figures\.json, character 2: it differs from its hash in datapackage\.json: /),
    ])
  })
})
