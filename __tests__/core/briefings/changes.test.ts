import { askedBrief } from '@/lib/briefings/asked-brief'
import { changesBetween } from '@/lib/briefings/compose/changes'
import { briefName, publishedName } from '@/lib/briefings/file-names'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { caseRendering } from '../../support/briefings/fixture'

const basisOf = async (change?: (evidence: Evidence) => Evidence) => {
  const { data, figures } = await caseRendering(change ? { change } : {})
  return { evidence: data.evidence, figures }
}

/** The case with its only dyad changed. */
const withDyad =
  (change: (dyad: Evidence['dyads'][number]) => Partial<Evidence['dyads'][number]>) =>
  (evidence: Evidence): Evidence => ({
    ...evidence,
    dyads: evidence.dyads.map((dyad) => ({ ...dyad, ...change(dyad) })),
  })

test('nothing changed between a briefing and itself', async () => {
  const basis = await basisOf()
  expect(changesBetween(basis, basis)).toEqual({ figures: [], added: [], changed: [], retracted: [], methods: [] })
})

test('what came, went and was changed is told, with the figures that moved by it', async () => {
  const [before, after] = [
    await basisOf(withDyad(({ incidents }) => ({ incidents: incidents.slice(1) }))),
    await basisOf(
      withDyad(({ incidents }) => ({
        incidents: incidents
          .slice(0, -1)
          .map((incident, index) =>
            index === 3 ? { ...incident, revision: incident.revision + 1, credibility: 6 as const } : incident,
          ),
      })),
    ),
  ]
  const { incidents } = (await basisOf()).evidence.dyads[0]
  const key = (index: number) => `AZE-RUS/${incidents.at(index)?.id}`
  const note = changesBetween(before, after)
  expect([note.added, note.retracted, note.changed]).toEqual([[key(0)], [key(-1)], [key(3)]])
  const close = note.figures.find(({ id }) => id === 'AZE-RUS.close')
  expect(close).toEqual({
    id: 'AZE-RUS.close',
    before: before.figures['AZE-RUS.close'].value,
    after: after.figures['AZE-RUS.close'].value,
  })
  for (const { id } of note.figures) expect([before.figures[id], after.figures[id]]).not.toContain(undefined)
})

test('another method is told by its hash; a difference that no reader could see is no change', async () => {
  const basis = await basisOf()
  const [method] = Object.values(basis.evidence.methods)
  const methods = { [method.id]: { ...method, hash: 'f'.repeat(64) } }
  const close = basis.figures['AZE-RUS.close']
  const figures = { ...basis.figures, 'AZE-RUS.close': { ...close, value: Number(close.value) + 1e-9 } }
  const note = changesBetween(basis, { evidence: { ...basis.evidence, methods }, figures })
  expect(note.methods).toEqual([{ dyadId: 'AZE-RUS', before: method.hash, after: 'f'.repeat(64) }])
  expect(note.figures).toEqual([])
})

test.each([
  ['dyads=AZE-RUS&week=2025-W27', 'weekly_AZE-RUS_2025-W27_en.pdf'],
  ['dyads=ARM-AZE,AZE-RUS&week=2025-W27&language=az', 'round-up_ARM-AZE_AZE-RUS_2025-W27_az.pdf'],
  ['dyads=AZE-RUS&from=2025-W01&week=2025-W27', 'special_AZE-RUS_2025-W01_2025-W27_en.pdf'],
  ['dyads=ARM-AZE,AZE-GEO,AZE-RUS,AZE-TUR&week=2025-W27', 'round-up_ARM-AZE_AZE-GEO_AZE-RUS_4-dyads_2025-W27_en.pdf'],
])('what %s asks for is called %s', (query, name) => {
  expect(briefName(askedBrief(new URLSearchParams(query)), 'pdf')).toBe(name)
})

test('a published briefing’s file is called by its number', () => {
  expect(publishedName('2026-001', 'zip')).toBe('briefing-2026-001.zip')
})
