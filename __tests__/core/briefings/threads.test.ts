import { composedOf, renderingOf } from '@/lib/briefings/apart/source'
import type { SentenceEdit } from '@/lib/briefings/compose/edits'
import { drawsHere, intervalsHere } from '@/lib/briefings/figures/briefing-data'
import type { Evidence } from '@/lib/briefings/model/evidence'
import type { Language } from '@/lib/briefings/model/terms'
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/briefings/render/formats'
import { render } from '@/lib/briefings/render/registry'
import { closeRenderers, composeApart, filesApart, frozenApart } from '@/lib/briefings/render-pool'
import { canonicalJson } from '@/lib/core/canonical-json'
import { isDeskError } from '@/lib/errors'
import { caseEvidenceOf } from '../../support/briefings/fixture'
import { quickDraws } from '../../support/briefings/random-evidence'
import { firstKey } from '../../support/briefings/said'
import { sourceOf } from '../../support/briefings/sources'
import { manyIncidents, twoDyads } from '../../support/briefings/special'

/*
 * Briefings that are made in threads, against the same made right here. No database: the draws are answered here.
 */

jest.setTimeout(120_000)
afterAll(closeRenderers)

const draws = drawsHere

/** A sentence in an analyst's words, with a number that no figure has. */
const editOf = (key: string, language: Language): SentenceEdit => ({
  key,
  language,
  text: 'It stood at 123.4.',
  name: 'Ada',
  at: '2025-07-07T10:00:00.000Z',
  rules: '',
  figures: {},
})

test.each<[string, () => Evidence, Language, readonly ExportFormat[]]>([
  ['the case in Russian', caseEvidenceOf, 'ru', EXPORT_FORMATS],
  ['a special report on two dyads', twoDyads, 'en', ['pdf', 'zip']],
  ['a week with many incidents', () => manyIncidents(100), 'az', ['md', 'html']],
])('%s: a thread makes the same files and the same page, to the last byte', async (_, evidence, language, formats) => {
  const plain = sourceOf(evidence(), { language })
  const key = firstKey((await renderingOf(plain, intervalsHere)).document)
  const source = { ...plain, edits: [editOf(key, language)] }
  const here = await renderingOf(source, intervalsHere)
  const frozen = await frozenApart(source, formats, { draws })
  expect(frozen.title).toBe(here.document.title)
  expect(frozen.document).toBe(canonicalJson(here.document))
  expect(frozen.figures).toBe(canonicalJson(here.figures))
  for (const [index, format] of formats.entries())
    expect([format, Buffer.compare(frozen.files[index], await render(format)(here))]).toEqual([format, 0])
  const composed = await composeApart(source, { draws })
  expect(JSON.stringify(composed)).toBe(JSON.stringify(await composedOf(source, intervalsHere)))
  expect(composed.mismatches).toEqual([{ key, numbers: ['123.4'] }])
})

const tooLate = () =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('it was not ended')), 10_000).unref())

test('work that is given up ends its thread at once, and the next one is done', async () => {
  const source = sourceOf(manyIncidents(400))
  const works: ((signal: AbortSignal) => Promise<unknown>)[] = [
    (signal) => composeApart(source, { draws: () => new Promise(() => {}), signal }),
    (signal) => filesApart(source, ['docx'], { draws: quickDraws, signal }),
  ]
  for (const work of works) {
    await expect(work(AbortSignal.abort())).rejects.toThrow('aborted')
    const stopping = new AbortController()
    const given = work(stopping.signal)
    setTimeout(() => stopping.abort(), 50)
    await expect(Promise.race([given, tooLate()])).rejects.toThrow('aborted')
  }
  expect((await filesApart(sourceOf(caseEvidenceOf()), ['md'], { draws })).files[0].length).toBeGreaterThan(1000)
})

test('what waits is done when the work before it is given up, and what is given up while it waits is not', async () => {
  const [first, waiting] = [new AbortController(), new AbortController()]
  const long = filesApart(sourceOf(manyIncidents(400)), ['docx'], { draws: quickDraws, signal: first.signal })
  const never = filesApart(sourceOf(twoDyads()), ['md'], { draws, signal: waiting.signal })
  const next = filesApart(sourceOf(caseEvidenceOf()), ['md'], { draws, signal: new AbortController().signal })
  setTimeout(() => waiting.abort(), 30)
  await expect(Promise.race([never, tooLate()])).rejects.toThrow('aborted')
  setTimeout(() => first.abort(), 30)
  await expect(long).rejects.toThrow('aborted')
  expect(await Promise.race([next, tooLate()])).toMatchObject({ files: [expect.any(Uint8Array)] })
})

test('it is told how far the work is, dyad by dyad and file by file, up to the end', async () => {
  const told: number[] = []
  await filesApart(sourceOf(twoDyads()), ['md', 'html'], { draws, onProgress: (share) => told.push(share) })
  expect(told).toEqual([...told].sort((a, b) => a - b))
  expect(told.slice(0, 2)).toEqual([0.125, 0.25])
  expect(told.at(-1)).toBe(1)
})

test('what the record does not have is refused as it is on the desk', async () => {
  const evidence = { ...caseEvidenceOf(), dyads: [{ ...caseEvidenceOf().dyads[0], incidents: [], checks: [] }] }
  const error = await composeApart(sourceOf(evidence), { draws }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(isDeskError(error) && [error.code, error.message]).toEqual([
    'NOT_FOUND',
    'The record of AZE-RUS has no such week.',
  ])
})

test('draws that cannot be had end the work with what stood in their way', async () => {
  const broken = async () => {
    throw new Error('the store is closed')
  }
  const source = sourceOf(caseEvidenceOf())
  await expect(composeApart(source, { draws: broken })).rejects.toThrow('the store is closed')
  expect((await composeApart(source, { draws })).document.title).not.toBe('')
})
