import fc from 'fast-check'
import { composeBriefing } from '@/lib/briefings/compose/document'
import { briefingData } from '@/lib/briefings/figures/briefing-data'
import { figuresOf } from '@/lib/briefings/figures/figure-list'
import { LANGUAGES, type Language } from '@/lib/briefings/model/terms'
import { figureText } from '@/lib/briefings/text/figure-text'
import { PACKS } from '@/lib/briefings/text/writer'
import { displayOf } from '@/lib/core/scoring'
import { noDraws, randomEvidence } from '../../support/briefings/random-evidence'
import { runsOf, sentencesOf } from '../../support/briefings/sentences'

const RISE: Readonly<Record<Language, RegExp>> = { en: /\brose\b/, az: /artım/, ru: /рост на/ }
const FALL: Readonly<Record<Language, RegExp>> = { en: /\bfell\b/, az: /azalma/, ru: /снижение на/ }
const team = { name: '', footer: '', logo: null }

test('over random histories no sentence says rise where the figure fell, nor fall where it rose, and every number is its figure', async () => {
  await fc.assert(
    fc.asyncProperty(randomEvidence, async (evidence) => {
      const data = await briefingData(evidence, noDraws)
      const figures = figuresOf(data)
      const [{ week, ofPeriod }] = data.dyads
      const shown = displayOf(ofPeriod.change)
      for (const language of LANGUAGES) {
        const document = composeBriefing(data, figures, { language, mark: 'CLEAR', team })
        const headline = sentencesOf(document).find(({ key }) => key === 'AZE-RUS.bluf.move')
        const said = headline?.runs.map(({ text }) => text).join('') ?? ''
        const isChecked = week.coverage !== 'not_checked'
        if (RISE[language].test(said)) expect([said, shown > 0, isChecked]).toEqual([said, true, true])
        if (FALL[language].test(said)) expect([said, shown < 0, isChecked]).toEqual([said, true, true])
        for (const { figure, text } of runsOf(document))
          if (figure !== undefined)
            expect([figure, text]).toEqual([figure, figureText(figures[figure], PACKS[language])])
      }
    }),
    { numRuns: 60 },
  )
})

test('the parts that a briefing names add up to the change that it names', async () => {
  await fc.assert(
    fc.asyncProperty(randomEvidence, async (evidence) => {
      const { dyads } = await briefingData(evidence, noDraws)
      for (const { ofPeriod, week } of dyads) {
        const sum = ofPeriod.parts.reduce((total, { change }) => total + change, 0)
        expect(sum).toBeCloseTo(ofPeriod.change, 9)
        expect(ofPeriod.added + ofPeriod.faded).toBeCloseTo(ofPeriod.change, 9)
        expect((ofPeriod.from?.close ?? 0) + ofPeriod.change).toBeCloseTo(week.close, 9)
      }
    }),
    { numRuns: 60 },
  )
})
