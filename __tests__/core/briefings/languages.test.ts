import { composeBriefing } from '@/lib/briefings/compose/document'
import { briefingData } from '@/lib/briefings/figures/briefing-data'
import { figuresOf } from '@/lib/briefings/figures/figure-list'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { LANGUAGES, type Language, SECTIONS_OF } from '@/lib/briefings/model/terms'
import { PACKS, type TemplateKey } from '@/lib/briefings/text/writer'
import { weekStartFromId } from '@/lib/core/calendar'
import { caseEvidenceOf } from '../../support/briefings/fixture'
import { runsOf, sentencesOf } from '../../support/briefings/sentences'

const KEYS = Object.keys(PACKS.en.templates) as TemplateKey[]

/** The names that a template fills in; for a choice by number the figure itself. */
const placesOf = (template: string) =>
  [...new Set([...template.matchAll(/\{(\w+?)(N, plural|, select|\})/g)].map(([, name]) => name))].sort()

test.each(LANGUAGES)(
  'every template in %s fills in names that English has, too, and holds no digit of its own',
  (language) => {
    for (const key of KEYS) {
      const template = PACKS[language].templates[key]
      const known = placesOf(PACKS.en.templates[key])
      for (const name of placesOf(template)) expect([key, known]).toEqual([key, expect.arrayContaining([name])])
      expect([key, template.replace(/ICD 203|SHA-256|=0/g, '')]).toEqual([key, expect.not.stringMatching(/\d/)])
    }
  },
)

/** The case's record under a second dyad's name, so that there are two to tell of. */
function withSecond(evidence: Evidence): Evidence {
  const [dyad] = evidence.dyads
  const code = (country: string) => (country === 'RUS' ? 'GEO' : country)
  const incidents = dyad.incidents.map((one) => ({ ...one, actor: code(one.actor), target: code(one.target) }))
  return { ...evidence, dyads: [dyad, { ...dyad, dyadId: 'AZE-GEO', incidents, context: [] }] }
}

async function composed(evidence: Evidence, language: Language = 'en'): Promise<BriefingDocument> {
  const data = await briefingData(evidence)
  const team = { name: 'Desk', footer: '', logo: null }
  return composeBriefing(data, figuresOf(data), { language, mark: 'CLEAR', team })
}

const textOf = (document: BriefingDocument) =>
  sentencesOf(document)
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join('\n')

test.each(['az', 'ru'] as const)(
  'a briefing in %s says nothing in English but what somebody typed',
  async (language) => {
    const document = await composed(
      withSecond({ ...caseEvidenceOf(), kind: 'special', fromWeek: weekStartFromId('2025-W10') }),
      language,
    )
    const written = runsOf(document).filter(
      ({ incident, typed, note, figure }) => !incident && !typed && !note && !figure,
    )
    const english = /\b(the|of|and|week|rose|fell|score|points|Crisis|Severe|high|likely)\b/i
    for (const { text } of written) expect(text.replace(/npx dyadwatch verify PACKAGE\.zip/, '')).not.toMatch(english)
    for (const { title } of document.sections) expect(title).not.toMatch(english)
  },
)

test('a weekly briefing has its parts in their order, each once, and its sources numbered as they are first named', async () => {
  const document = await composed(caseEvidenceOf())
  expect(document.sections.map(({ key }) => key)).toEqual(SECTIONS_OF.weekly)
  const numbers = runsOf(document).flatMap(({ note }) => note ?? [])
  expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(document.notes.map(({ number }) => number))
  expect(numbers[0]).toBe(1)
})

test('a special report over two dyads tells of the period, puts the bottom lines first, compares, and opens a chapter for each', async () => {
  const document = await composed(
    withSecond({ ...caseEvidenceOf(), kind: 'special', fromWeek: weekStartFromId('2025-W10') }),
  )
  expect(document.title).toBe('2 dyads: 2025-W10 to 2025-W27')
  expect(document.sections.filter(({ level, dyadId }) => dyadId && level === 1).map(({ dyadId }) => dyadId)).toEqual([
    'AZE-RUS',
    'AZE-GEO',
    'AZE-RUS',
    'AZE-GEO',
  ])
  expect(document.sections.some(({ key }) => key === 'compare')).toBe(true)
  expect(textOf(document)).toContain('From 2025-W10 to 2025-W27 Azerbaijan – Russia rose')
})

test('a round-up counts who rose, who fell and who was not checked', async () => {
  const document = await composed(withSecond({ ...caseEvidenceOf(), kind: 'round-up' }))
  expect(textOf(document)).toContain('Of 2 dyads 2 rose and none fell in 2025-W27; all were checked.')
})

test('of a week that nobody checked a briefing says just that, gives the last checked figure, and takes nothing apart', async () => {
  const document = await composed(caseEvidenceOf('2025-W40'))
  const text = textOf(document)
  expect(text).toContain('Nobody checked the sources for Azerbaijan – Russia in 2025-W40')
  expect(text).toContain('The last checked figure is 80.9 (Crisis), of 2025-W27.')
  expect(text).not.toMatch(/\brose\b|\bfell\b|stood still|It has been|highest day/)
  expect(document.sections.map(({ key }) => key)).not.toContain('key-figures')
})

test('likelihood and confidence never stand in one sentence', async () => {
  for (const language of LANGUAGES) {
    const document = await composed(caseEvidenceOf(), language)
    for (const { figures } of sentencesOf(document)) {
      const likelihood = figures.some((id) => id.includes('.atOrAbove.'))
      const confidence = figures.some((id) => id.endsWith('.confidence'))
      expect(likelihood && confidence).toBe(false)
    }
  }
})
