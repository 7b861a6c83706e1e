import type { AsOf } from '@/lib/as-of/schema'
import { CATEGORY_PREFIX } from '@/lib/core/codebook'
import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { type KnownDyad, knownDyads, knownOverviewOf } from '@/lib/dyads/known-overview'
import { type OverviewSource, overviewSource } from '@/lib/dyads/overview-source'
import { SCORED_COLUMNS, type ScoredRow } from '@/lib/dyads/series-rebuild'

/** The closes of a dyad in a week and one, four and 52 weeks before, as they are stored; null where its record began later. */
export interface DeskCloses {
  dyadId: string
  close: number
  before1: number | null
  before4: number | null
  before52: number | null
  /** Monday of the last covered week up to this one; null where none was. */
  coveredThrough: number | null
  methodId: string | null
}

/** An incident's code in a dyad's record that had none of that code before a day, and none of its category either or not. */
export interface FirstCode {
  dyadId: string
  code: string
  ofCategory: boolean
}

/** What the week of the whole desk is answered from: the overview's source, and what only this page asks. */
export interface DeskWeekSource extends OverviewSource {
  /** One small row a dyad; of some dyads alone where they are given. */
  closes(week: number, dyadIds: readonly string[] | null): Promise<DeskCloses[]>
  /** Incidents that count of some dyads that start between two days. */
  started(dyadIds: string[], from: number, to: number): Promise<ScoredRow[]>
  /** Which codes of some dyads have no incident that counts before a day. */
  firstCodes(codes: { dyadId: string; code: string; category: string }[], day: number): Promise<FirstCode[]>
}

/** The codebook's code of an incident that counts. */
export const codeOf = ({ category, rung }: Pick<ScoredRow, 'category' | 'rung'>): string =>
  `${CATEGORY_PREFIX[category as keyof typeof CATEGORY_PREFIX]}${(rung ?? 0) > 0 ? '+' : ''}${rung}`

/**
 * The source of the desk's week: the stored weekly series and the week's incidents, or as of a moment what was known then.
 * @throws DeskError INVALID as of a moment where the record is too large for that.
 */
export async function deskWeekSource(reader: Reader, asOf: AsOf | undefined): Promise<DeskWeekSource> {
  if (!asOf) return { ...(await overviewSource(reader, undefined)), ...storedParts(reader) }
  const dyads = await knownDyads(reader, asOf)
  return { ...knownOverviewOf(reader, asOf, dyads), ...knownParts(dyads) }
}

const storedParts = (reader: Reader): Pick<DeskWeekSource, 'closes' | 'started' | 'firstCodes'> => ({
  closes: (week, dyadIds) => {
    const among = dyadIds ? Prisma.sql`AND w.dyad_id = ANY(${[...dyadIds]}::text[])` : Prisma.empty
    return reader.$queryRaw<DeskCloses[]>`
      SELECT w.dyad_id AS "dyadId", w.close, p1.close AS before1, p4.close AS before4, p52.close AS before52,
        w.covered_through AS "coveredThrough", d.method_id AS "methodId"
      FROM dyad_week w JOIN dyad d ON d.id = w.dyad_id
      LEFT JOIN dyad_week p1 ON p1.dyad_id = w.dyad_id AND p1.week_start = ${week - 7}
      LEFT JOIN dyad_week p4 ON p4.dyad_id = w.dyad_id AND p4.week_start = ${week - 28}
      LEFT JOIN dyad_week p52 ON p52.dyad_id = w.dyad_id AND p52.week_start = ${week - 364}
      WHERE w.week_start = ${week} ${among}`
  },
  started: (dyadIds, from, to) =>
    reader.incident.findMany({
      where: { dyadId: { in: dyadIds }, startDay: { gte: from, lte: to }, status: 'approved', kind: 'incident' },
      select: SCORED_COLUMNS,
    }),
  firstCodes: async (codes, day) => {
    if (codes.length === 0) return []
    return reader.$queryRaw<FirstCode[]>`
      SELECT k."dyadId", k.code, NOT EXISTS (
          SELECT 1 FROM incident i WHERE i.dyad_id = k."dyadId" AND i.category = k.category AND i.start_day < ${day}
            AND i.status = 'approved' AND i.kind = 'incident') AS "ofCategory"
      FROM jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) AS k("dyadId" text, code text, category text)
      WHERE NOT EXISTS (
        SELECT 1 FROM incident i WHERE i.dyad_id = k."dyadId" AND i.code = k.code AND i.start_day < ${day}
          AND i.status = 'approved' AND i.kind = 'incident')`
  },
})

function knownParts(dyads: readonly KnownDyad[]): Pick<DeskWeekSource, 'closes' | 'started' | 'firstCodes'> {
  const byId = new Map(dyads.map((dyad) => [dyad.dyadId, dyad]))
  const closeOf = ({ weeks }: KnownDyad, monday: number) => weeks[(monday - weeks[0].weekStart) / 7]
  return {
    closes: async (week, dyadIds) =>
      dyads
        .filter(({ dyadId }) => dyadIds === null || dyadIds.includes(dyadId))
        .flatMap((dyad): DeskCloses[] => {
          const own = closeOf(dyad, week)
          const before = (weeks: number) => closeOf(dyad, week - 7 * weeks)?.close ?? null
          if (!own) return []
          return [
            {
              dyadId: dyad.dyadId,
              close: own.close,
              before1: before(1),
              before4: before(4),
              before52: before(52),
              coveredThrough: own.coveredThrough,
              methodId: dyad.method.id,
            },
          ]
        }),
    started: async (dyadIds, from, to) =>
      dyadIds.flatMap((id) => (byId.get(id)?.rows ?? []).filter(({ startDay }) => startDay >= from && startDay <= to)),
    firstCodes: async (codes, day) =>
      codes.flatMap(({ dyadId, code, category }) => {
        const earlier = (byId.get(dyadId)?.rows ?? []).filter(({ startDay }) => startDay < day)
        if (earlier.some((row) => codeOf(row) === code)) return []
        return [{ dyadId, code, ofCategory: !earlier.some((row) => row.category === category) }]
      }),
  }
}
