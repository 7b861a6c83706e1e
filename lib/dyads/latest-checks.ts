import type { Reader } from '@/lib/db/transaction'
import type { LatestCheck } from './series-source'

/** The latest word on each week of a dyad that was ever checked, newest week first; by what was said up to an instant, if given. */
export async function latestChecks(reader: Reader, dyadId: string, most: number, asOf?: Date): Promise<LatestCheck[]> {
  return reader.weeklyCheck.findMany({
    where: { dyadId, ...(asOf ? { at: { lte: asOf } } : {}) },
    orderBy: [{ weekStart: 'desc' }, { revision: 'desc' }],
    distinct: ['weekStart'],
    take: most,
  })
}
