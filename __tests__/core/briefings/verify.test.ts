import fc from 'fast-check'
import { composeBriefing } from '@/lib/briefings/compose/document'
import { PackageError } from '@/lib/briefings/data/read-package'
import { sentencesAt } from '@/lib/briefings/data/sentences-at'
import { briefingData } from '@/lib/briefings/figures/briefing-data'
import { figuresOf } from '@/lib/briefings/figures/figure-list'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { LANGUAGES, type SectionKey } from '@/lib/briefings/model/terms'
import { renderPackage } from '@/lib/briefings/render/package'
import { sectionsOf } from '@/lib/briefings/verify/document-checks'
import { sentenceOf } from '@/lib/briefings/verify/findings'
import { verifyPackage } from '@/lib/briefings/verify/verify'
import { dayOf } from '@/lib/core/calendar'
import { canonicalJson } from '@/lib/core/canonical-json'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { methodHash } from '@/lib/method/store'
import { caseRendering } from '../../support/briefings/fixture'
import { hostileEvidence, twoDyads } from '../../support/briefings/hostile'
import { type PackageTexts, resealed, textsOf, verdictOf } from '../../support/briefings/packages'
import { noDraws, randomEvidence } from '../../support/briefings/random-evidence'

// A busy machine takes its time over sixty packages.
jest.setTimeout(120_000)

let texts: PackageTexts
let two: PackageTexts

beforeAll(async () => {
  texts = textsOf(await renderPackage(await caseRendering()))
  two = textsOf(await renderPackage(await caseRendering({ change: twoDyads })))
})

const DIGIT = /[0-9]/

/** One digit of a text is made another; never a leading zero, which would be no number. */
function changed(text: string, place: number, by: number): string {
  const places = [...text.matchAll(new RegExp(DIGIT, 'g'))].map(({ index }) => index)
  const at = places[place % places.length]
  const digit = (Number(text[at]) + 1 + (by % 9)) % 10
  const isLeading = !/[\d.]/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')
  const other = digit === 0 && isLeading ? (Number(text[at]) % 9) + 1 : digit
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`
}

/** Changes what stands nearest before a hash in a descriptor, or the hash itself. */
function changedBeside(text: string, hash: string, what: string, other: string): string {
  const at = text.lastIndexOf(what, text.indexOf(hash))
  return `${text.slice(0, at)}${other}${text.slice(at + what.length)}`
}

test.each(LANGUAGES)('a package in %s is what it says, with so many figures, tables and rows', async (language) => {
  const rendering = await caseRendering({ language })
  const verdict = await verdictOf(textsOf(await renderPackage(rendering)))
  expect(verdict.differences).toEqual([])
  expect(verdict).toMatchObject({ ok: true, count: 0, edited: [], otherVersion: false })
  const { figures, inText, ...counts } = verdict.counts
  expect(figures).toBe(Object.keys(rendering.figures).length)
  expect(inText).toBeGreaterThan(150)
  expect(counts).toEqual({ files: 24, tables: 19, rows: expect.any(Number), incidents: 24, methods: 1 })
})

test('a special report on two dyads by two methods, and one full of hostile text, are what they say', async () => {
  expect((await verdictOf(two)).differences).toEqual([])
  const hostile = textsOf(await renderPackage(await caseRendering({ change: hostileEvidence })))
  expect((await verdictOf(hostile)).differences).toEqual([])
})

test('over random histories a package is what it says, whatever week it tells of and whether anybody checked it', async () => {
  await fc.assert(
    fc.asyncProperty(randomEvidence, async (random) => {
      const evidence = {
        ...random,
        methods: { '0.1': { ...random.methods['0.1'], hash: methodHash(DEFAULT_PARAMETERS) } },
      }
      const data = await briefingData(evidence, noDraws)
      const figures = figuresOf(data)
      const document = composeBriefing(data, figures, {
        language: 'ru',
        mark: 'CLEAR',
        team: { name: '', footer: '', logo: null },
      })
      const bytes = await renderPackage({ document, data, figures })
      const { differences } = await verifyPackage(bytes, { compute: (own) => briefingData(own, noDraws) })
      expect(differences).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test('after any one digit anywhere in a package is changed, its file and place are named', async () => {
  const packages = [texts, two]
  const paths = Object.keys(texts).sort()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...packages.keys()),
      fc.constantFrom(...paths),
      fc.nat(),
      fc.nat(8),
      async (which, path, place, by) => {
        const whole = packages[which]
        fc.pre(DIGIT.test(whole[path]))
        const other = { ...whole, [path]: changed(whole[path], place, by) }
        try {
          const { ok, differences } = await verdictOf(other)
          expect(ok).toBe(false)
          expect(differences.filter((one) => one.file === path && one.place !== null)).not.toEqual([])
        } catch (error) {
          // Nothing can be verified by the rules of a format that is not known.
          expect(error).toBeInstanceOf(PackageError)
          expect(String(error)).toContain('datapackage.json, /dyadwatch/formatVersion')
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('after the size or the hash of any file is changed in the descriptor, that is named and nothing else', async () => {
  for (const whole of [texts, two]) {
    const text = whole['datapackage.json']
    const { resources, dyadwatch } = JSON.parse(text)
    const lists = { resources, 'dyadwatch/files': dyadwatch.files }
    for (const [list, files] of Object.entries(lists))
      for (const [index, { bytes, hash }] of files.entries())
        for (const [field, line, other] of [
          ['bytes', `"bytes": ${bytes},`, `"bytes": ${bytes + 1},`],
          ['hash', hash, `${hash.slice(0, -1)}${hash.endsWith('0') ? '1' : '0'}`],
        ]) {
          expect(text.split(hash)).toHaveLength(2)
          const { differences } = await verdictOf({
            ...whole,
            'datapackage.json': changedBeside(text, hash, line, other),
          })
          const at = { file: 'datapackage.json', place: `/${list}/${index}/${field}` }
          expect(differences).toEqual([{ ...at, says: expect.any(String) }])
        }
  }
})

test('the parts of a document on several dyads are put in their order again, whatever that was', async () => {
  const orders: (readonly SectionKey[] | undefined)[] = [
    undefined,
    ['method', 'timeline', 'drivers', 'compare', 'key-figures', 'trend', 'bluf', 'sources'],
    ['certainty', 'bluf', 'incidents', 'compare'],
    ['outlook'],
  ]
  for (const sections of orders) {
    const { document, data, figures } = await caseRendering({ change: twoDyads, sections })
    const { language, mark, team, title } = document
    expect(document.sections.some(({ key, dyadId }) => key === 'timeline' && dyadId === 'ARM-AZE')).toBe(
      sections === undefined || sections.includes('timeline'),
    )
    const again = composeBriefing(data, figures, { language, mark, team, title, sections: sectionsOf(document) })
    expect(again).toEqual(document)
  }
})

test('whoever sets the hashes right, too, is still found: figures, tables and text have to agree with the evidence', async () => {
  const evidence: Evidence = JSON.parse(texts['evidence.json'])
  evidence.dyads[0].incidents[5].credibility = 6
  const first = await verdictOf(resealed({ ...texts, 'evidence.json': canonicalJson(evidence) }))
  expect(first.differences.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['data/incidents.csv', 'figures.json']),
  )

  const document: BriefingDocument = JSON.parse(texts['document.json'])
  for (const { blocks } of document.sections)
    for (const block of blocks)
      if (block.kind === 'chart' && block.picture.chart.kind === 'trend')
        block.picture.chart.model.rows[20].covered = 12
  const second = await verdictOf(resealed({ ...texts, 'document.json': canonicalJson(document) }))
  expect(second.differences.map(sentenceOf)).toEqual([
    expect.stringMatching(
      /^document\.json, .+\/picture\/chart\/model\/rows\/20\/covered: 12 stands there, .+, as the figures have it$/,
    ),
  ])
})

test('parameters that are not those of the method’s hash are found', async () => {
  const evidence: Evidence = JSON.parse(two['evidence.json'])
  const { parameters } = evidence.methods['second/method']
  const other = { ...parameters, relief: 0.75 }
  evidence.methods['second/method'].parameters = other
  const said = (await verdictOf({ ...two, 'evidence.json': canonicalJson(evidence) })).differences.map(sentenceOf)
  expect(said[0]).toMatch(
    /^evidence\.json, \/methods\/second~1method\/parameters\/relief: "0\.75" stands there, and "0\.5" should by /,
  )
  expect(said[1]).toBe(
    `evidence.json, /methods/second~1method/hash: "${methodHash(parameters)}" stands there, and "${methodHash(other)}" should by the parameters`,
  )
})

test('a sentence that an analyst changed is told as theirs and is no fault, unless it is changed in the package', async () => {
  const rendering = await caseRendering()
  const { sentence } = sentencesAt(rendering.document)[0]
  const rules = sentence.runs
  sentence.by = { kind: 'edited', name: 'A. Analyst', at: '2026-11-30T08:00:00.000Z', rules, unmatched: ['13'] }
  sentence.runs = [{ text: 'It rose by about 13 points, = a record.', typed: true }]
  const edited = textsOf(await renderPackage(rendering))
  const verdict = await verdictOf(edited)
  expect(verdict.differences).toEqual([])
  expect(verdict.edited).toEqual([
    { section: 'AZE-RUS.bluf', key: 'AZE-RUS.bluf.move', by: 'A. Analyst', at: '2026-11-30T08:00:00.000Z' },
  ])
  const other = edited['document.json'].replace('about 13 points', 'about 18 points')
  const [difference] = (await verdictOf({ ...edited, 'document.json': other })).differences
  expect(sentenceOf(difference)).toMatch(
    /^document\.json, \/sections\/0\/blocks\/0\/sentences\/0\/runs: .+ by data\/sentences\.csv, /,
  )
})

test('evidence of which no figures can be made is told of, not stumbled over', async () => {
  const evidence = (change: (evidence: Evidence) => void): PackageTexts => {
    const own: Evidence = JSON.parse(texts['evidence.json'])
    change(own)
    return { ...texts, 'evidence.json': canonicalJson(own) }
  }
  const said = async (other: PackageTexts) => (await verdictOf(other)).differences.map(sentenceOf)
  const ended = await said(evidence(({ dyads: [{ incidents }] }) => Object.assign(incidents[3], { endDay: 20_000 })))
  expect(ended).toContain('evidence.json, /dyads/0/incidents/3/endDay: the last day is before the first')
  const rung = await said(evidence(({ dyads: [{ incidents }] }) => Object.assign(incidents[3], { rung: 9 })))
  expect(rung[0]).toMatch(/^evidence\.json, \/dyads\/0\/incidents\/3\/rung: that cannot stand there/)
  const gone = await said(evidence(({ dyads: [{ incidents }] }) => incidents.splice(3, 1)))
  expect(gone[0]).toMatch(
    /^evidence\.json: nothing stands there, and .+ should by data\/incidents\.csv, row AZE-RUS RA-004$/,
  )
  const early = dayOf('2024-07-01')
  const none = await said(evidence((own) => Object.assign(own, { fromWeek: early, toWeek: early })))
  expect(none).toContain('evidence.json: no figures can be made of it: The record of AZE-RUS has no such week.')
  expect((await said({ ...texts, 'evidence.json': '{' }))[0]).toMatch(/^evidence\.json: it is no JSON/)
})

test('a package of another version of the product says so', async () => {
  const older: PackageTexts = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [
      path,
      text
        .replace('Made by Dyadwatch 0.1.0', 'Made by Dyadwatch 0.0.9')
        .replace('"version": "0.1.0"', '"version": "0.0.9"'),
    ]),
  )
  expect(await verdictOf(resealed(older))).toMatchObject({
    ok: true,
    otherVersion: true,
    madeBy: { product: 'Dyadwatch', version: '0.0.9' },
  })
})
