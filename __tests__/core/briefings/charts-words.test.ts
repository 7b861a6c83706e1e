import { chartScene } from '@/lib/briefings/charts/chart-scene'
import { textWidth } from '@/lib/briefings/charts/text-width'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { LANGUAGES } from '@/lib/briefings/model/terms'
import { untitled } from '../../support/briefings/chart-places'
import { chartDocuments, picturesOf, textsOf, twoDyads, withGap } from '../../support/briefings/scenes'

const SIZE = { width: 640 }

const ofTwo = chartDocuments((evidence) => untitled(withGap(twoDyads(evidence))))

test('no picture of a Russian document says anything in Latin letters but codes and weeks', async () => {
  const document = await ofTwo('ru')
  const texts = picturesOf(document).flatMap(({ chart }) => textsOf(chartScene(chart, SIZE)).map(({ text }) => text))
  expect(texts).toContain('не проверено')
  const said = texts.map((text) => text.replace(/[A-Z]{3}[+−-]\d|[A-Z]{3}-[A-Z]{3}|(\d{4}-)?W\d\d/g, ''))
  expect(said.filter((text) => /[A-Za-z]/.test(text))).toEqual([])
})

test('the pictures of an Azerbaijani document say nothing that the English ones say, but for names and figures', async () => {
  const textOf = async (language: 'en' | 'az') => {
    return picturesOf(await ofTwo(language)).flatMap(({ chart }) =>
      textsOf(chartScene(chart, SIZE)).map(({ text }) => text),
    )
  }
  const english = new Set((await textOf('en')).filter((text) => /[a-z]{3}/.test(text)))
  const shared = (await textOf('az')).filter((text) => english.has(text))
  // A word that is the same in both.
  expect(new Set(shared)).toEqual(new Set(['media']))
})

const NAMES = ['х'.repeat(100_000), 'W'.repeat(300), '🚩'.repeat(200), 'Слово '.repeat(2000), '']

const named = (evidence: Evidence): Evidence => ({
  ...evidence,
  dyads: evidence.dyads.map((dyad) => ({
    ...dyad,
    incidents: dyad.incidents.map((one, index) => ({ ...one, title: NAMES[index % NAMES.length] })),
  })),
})

const ofNames = chartDocuments((evidence) => named(withGap(evidence)))

test.each(LANGUAGES)('whatever incidents are called, nothing in a picture in %s leaves it', async (language) => {
  for (const { chart } of picturesOf(await ofNames(language))) {
    const scene = chartScene(chart, SIZE)
    const outside = textsOf(scene).filter(({ x, y, text, size, anchor, weight }) => {
      const width = textWidth(text, size, weight)
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
      return left < -0.5 || left + width > scene.width + 0.5 || y <= 0 || y > scene.height
    })
    expect([chart.kind, outside]).toEqual([chart.kind, []])
  }
})
