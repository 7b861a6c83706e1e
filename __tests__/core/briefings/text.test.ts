import { LANGUAGES } from '@/lib/briefings/model/terms'
import { figureText } from '@/lib/briefings/text/figure-text'
import { PACKS } from '@/lib/briefings/text/writer'
import { caseRendering } from '../../support/briefings/fixture'
import { runsOf } from '../../support/briefings/sentences'

/** Numbers that are names. */
const NAMES = /ICD 203|SHA-256/g

test.each(LANGUAGES)(
  'every number in a briefing in %s is a figure of its package, as the package has it',
  async (language) => {
    const { document, figures } = await caseRendering({ language })
    const runs = runsOf(document)
    expect(runs.length).toBeGreaterThan(300)
    for (const run of runs) {
      if (run.figure !== undefined)
        expect([run.figure, run.text]).toEqual([run.figure, figureText(figures[run.figure], PACKS[language])])
      else if (run.note === undefined && run.incident === undefined && !run.typed)
        expect(run.text.replace(NAMES, '')).not.toMatch(/\d/)
    }
  },
)

test('the peak week is told in the words of the case', async () => {
  const { document } = await caseRendering()
  const text = runsOf(document)
    .map(({ text }) => text)
    .join('')
  expect(document.title).toBe('Azerbaijan – Russia: week 2025-W27')
  expect(text).toContain('rose 12.8 points to 80.9 (Crisis) in 2025-W27, the highest weekly close on record.')
  expect(text).toContain('likely (79% of 1\u202f000 draws)')
})
