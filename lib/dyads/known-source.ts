import { cache } from 'react'
import type { MethodChoice } from '@/lib/as-of/schema'
import { dayOfInstant } from '@/lib/clock'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { type Method, methodOfDyad } from '@/lib/method/store'
import { doubtsOfStates } from './incident-doubts'
import { factsOfStates } from './incident-facts'
import { latestChecks } from './latest-checks'
import { memorySource, type RecordAtHand, type RecordRow } from './memory-source'
import { methodThen } from './method-then'
import { rowsOfStates } from './rows-of-states'
import { checkedWeeks } from './series-rebuild'
import type { SeriesSource } from './series-source'
import type { ContextMark } from './views'
import { namesAt, vintagesAt } from './vintages-at'
import type { DriverNames } from './week-view'

/** What was known of a dyad at a moment. */
interface Known {
  rows: RecordRow[]
  context: ContextMark[]
  checkedWeeks: Set<number>
}

/** A record at hand from what was known at a moment. */
export function knownRecord(reader: Reader, dyadId: string, moment: Date, method: Method, known: Known): RecordAtHand {
  const byId = new Map(known.rows.map((row) => [row.id, row]))
  return {
    dyadId,
    method,
    today: dayOfInstant(moment),
    rowsAtHand: known.rows,
    checkedWeeks: known.checkedWeeks,
    factsOf: (rows) => factsOfStates(reader, dyadId, rows),
    names: (ids) => namesOf(reader, dyadId, ids, moment),
    rows: (ids) =>
      rowsOfStates(
        reader,
        dyadId,
        ids.map((id) => byId.get(id)).filter((row) => row !== undefined),
        method,
      ),
    context: async (most) => known.context.slice(0, most),
    checks: (most) => latestChecks(reader, dyadId, most, moment),
    doubts: () => doubtsOfStates(reader, dyadId, known.rows),
  }
}

async function namesOf(reader: Reader, dyadId: string, ids: string[], moment: Date): Promise<DriverNames> {
  const names = await namesAt(
    reader,
    ids.map((id) => ({ dyadId, id })),
    moment,
  )
  return new Map([...names].map(([key, name]) => [key.slice(dyadId.length + 1), name]))
}

/**
 * The score of a dyad as of a moment: what was known then, by the method of its series then or now. Few narrow reads, then
 * O(incidents × days) in memory; once a request, however many queries ask. Its last day is that of the moment.
 */
export const knownSource = cache(
  async (dyadId: string, momentMs: number, choice: MethodChoice): Promise<SeriesSource> => {
    const reader = await database()
    const moment = new Date(momentMs)
    const method = choice === 'then' ? await methodThen(reader, dyadId, moment) : await methodOfDyad(reader, dyadId)
    const { rows, context } = (await vintagesAt(reader, [dyadId], moment)).get(dyadId) ?? { rows: [], context: [] }
    const known = { rows, context, checkedWeeks: await checkedWeeks(reader, dyadId, moment) }
    return memorySource(knownRecord(reader, dyadId, moment, method, known))
  },
)
