import { briefingData } from '@/lib/briefings/figures/briefing-data'
import { figuresOf } from '@/lib/briefings/figures/figure-list'
import { type EvidenceRequest, gatherEvidence } from '@/lib/briefings/gather'
import { weekCertainty } from '@/lib/certainty/queries'
import { now } from '@/lib/clock'
import { closePool } from '@/lib/compute/pool'
import { weekStartFromId, weekStartOf } from '@/lib/core/calendar'
import { inTransaction } from '@/lib/db/transaction'
import { dyadView, standing, weekParts } from '@/lib/dyads/queries'
import { parseFilter } from '@/lib/incidents/filter'
import { publishFirstMethod } from '@/lib/method/store'
import { dyadReciprocity } from '@/lib/patterns/queries'
import { drawSample } from '@/lib/samples/commands'
import { weekPage } from '@/lib/weeks/queries'
import { loadCase } from '@/prisma/seed'
import { startFreshDatabase } from '../support/database'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startFreshDatabase()
beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  await loadCase()
})
afterAll(closePool)

const DYAD = 'AZE-RUS'
const PEAK = weekStartFromId('2025-W27')

const asked = (more: Partial<EvidenceRequest> = {}): EvidenceRequest => ({
  kind: 'weekly',
  dyads: [DYAD],
  fromWeek: PEAK,
  toWeek: PEAK,
  moment: now(),
  method: 'then',
  ...more,
})

async function peak() {
  const viewer = await viewerWith('viewer')
  const data = await briefingData(await gatherEvidence(viewer, asked()))
  return { viewer, data, dyad: data.dyads[0], figures: figuresOf(data) }
}

test('a briefing has the figures of the desk to the last bit: closes, parts, directions, since when', async () => {
  const { viewer, dyad, figures } = await peak()
  const desk = await dyadView(viewer, DYAD, { week: '2025-W27' })
  const through = desk.weeks.filter(({ weekStart }) => weekStart <= PEAK)
  expect(dyad.weeks).toEqual(through)
  const parts = await weekParts(viewer, DYAD, PEAK)
  for (const { row, change, contribution } of parts.incidents) {
    expect(figures[`${DYAD}.incident.${row.id}.part`].value).toBe(change)
    expect(figures[`${DYAD}.incident.${row.id}.contribution`].value).toBe(contribution)
  }
  expect(figures[`${DYAD}.week.faded`].value).toBeCloseTo(parts.fading, 9)
  const since = await standing(viewer, DYAD, dyad.lastDay)
  expect(dyad.standings.map(({ band, sinceDay }) => [band.name, sinceDay])).toEqual(
    since.map((one) => [one.band, one.since]),
  )
})

test('a briefing is as sure as the desk: intervals and likelihoods to the last bit, confidence by the same reasons', async () => {
  const { viewer, dyad } = await peak()
  const { data, full, confidence } = await weekCertainty(viewer, DYAD, PEAK)
  expect(dyad.draws.get(PEAK)).toEqual({ data, full })
  expect(dyad.confidence).toEqual(confidence)
})

test('a briefing sees the patterns of the desk: drivers, signals, measures and how often each side answers', async () => {
  const { viewer, dyad } = await peak()
  const page = await weekPage(viewer, DYAD, '2025-W27')
  const [week] = page.spans
  expect(dyad.ofWeek.up.slice(0, 3).map(({ id, change }) => [id, change])).toEqual(
    week.up.map(({ row, change }) => [row.id, change]),
  )
  expect(dyad.stands.signals).toEqual(page.signals)
  expect(dyad.stands.firsts).toEqual(page.firsts)
  expect(dyad.measures.map(({ incidentId }) => incidentId)).toEqual(
    page.measures.standing.map(({ incidentId }) => incidentId),
  )
  const { rates } = await dyadReciprocity(viewer, DYAD)
  expect(dyad.rates).toEqual(rates)
})

test('a week that has not begun, a dyad that nobody knows and weeks in the wrong order are refused in a sentence', async () => {
  const viewer = await viewerWith('viewer')
  const next = weekStartOf(Math.floor(now().getTime() / 86_400_000)) + 7
  await expect(gatherEvidence(viewer, asked({ fromWeek: next, toWeek: next }))).rejects.toThrow('has not begun')
  await expect(gatherEvidence(viewer, asked({ dyads: ['FRA-USA'] }))).rejects.toThrow('Nothing is known of FRA-USA')
  await expect(gatherEvidence(viewer, asked({ fromWeek: PEAK + 7 }))).rejects.toThrow('before the first')
})

test('who is to code an incident of the dyad blind gets no briefing of it, for it would tell the codes', async () => {
  const coder = await viewerWith('analyst')
  await drawSample(await viewerWith('reviewer'), {
    title: 'Two of the case',
    filter: parseFilter({ dyad: DYAD }),
    size: 2,
    coders: [coder.accountId ?? ''],
  })
  await expect(gatherEvidence(coder, asked())).rejects.toThrow('Hand in your codings first')
  expect((await gatherEvidence(await viewerWith('viewer'), asked())).dyads).toHaveLength(1)
})
