import { now } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { inTransaction, type Reader, type Transaction } from '@/lib/db/transaction'
import { reportBug } from '@/lib/errors'
import { dyadAtWork, findNews } from './find-news'
import { whileAny } from './loop'
import { holdRules } from './owned'
import { raiseAlert } from './raise'
import { rulesInForce } from './rules-in-force'

/** Notes of one dyad that are worked off at once. */
const MOST_NOTES = 500
const MOST_DELAY_MS = 10 * 60_000

interface Note {
  id: bigint
  dyadId: string
  incidentIds: string[]
}

/** The oldest due notes of one dyad that no other process has in hand; they stay locked until the transaction ends. */
async function takeNotes(tx: Transaction): Promise<Note[]> {
  const [first] = await tx.$queryRaw<{ dyadId: string }[]>`
    SELECT dyad_id AS "dyadId" FROM watch_pending WHERE due_at <= ${now()} ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`
  if (!first) return []
  return tx.$queryRaw<Note[]>`
    SELECT id, dyad_id AS "dyadId", incident_ids AS "incidentIds" FROM watch_pending
    WHERE dyad_id = ${first.dyadId} AND due_at <= ${now()} ORDER BY id LIMIT ${MOST_NOTES} FOR UPDATE SKIP LOCKED`
}

/**
 * Looks at one dyad by every rule that is on, and raises what is new. O(rules × weeks + incidents that changed). `unread` says what
 * stands in the way of other rules.
 */
async function judgeDyad(
  tx: Transaction,
  dyadId: string,
  changed: string[],
): Promise<{ raised: number; unread: Error[] }> {
  await holdRules(tx)
  const { rules, unread } = await rulesInForce(tx, dyadId)
  if (rules.length === 0) return { raised: 0, unread }
  const dyad = await dyadAtWork(tx, dyadId, changed)
  let raised = 0
  for (const rule of rules) {
    for (const cause of await findNews(tx, rule, dyad)) {
      if (await raiseAlert(tx, rule, { dyadId, methodId: dyad.method.id }, cause)) raised++
    }
  }
  return { raised, unread }
}

/**
 * Works off what is pending of one dyad in one transaction: the alerts are there when the notes are gone, and neither where the
 * process dies on the way. Returns how many alerts it raised, or null when nothing was due.
 */
export async function workOnce(): Promise<number | null> {
  let notes: Note[] = []
  try {
    return await inTransaction(async (tx) => {
      notes = await takeNotes(tx)
      if (notes.length === 0) return null
      const [{ dyadId }] = notes
      const changed = notes.flatMap(({ incidentIds }) => incidentIds)
      const { raised, unread } = await judgeDyad(tx, dyadId, changed)
      if (unread.length > 0) {
        // The others have told what they had to tell; what this one has to tell is kept until it can be read.
        for (const error of unread) reportBug(error)
        await putOff(tx, notes)
        return raised
      }
      await tx.watchPending.deleteMany({ where: { dyadId, id: { in: notes.map(({ id }) => id) } } })
      return raised
    })
  } catch (error) {
    if (notes.length === 0) throw error
    reportBug(error)
    await putOff(await database(), notes)
    return 0
  }
}

/** Lets other dyads go first where one fails: it is tried again, ever more rarely, and never dropped. */
async function putOff(reader: Reader, notes: Note[]): Promise<void> {
  const [{ dyadId }] = notes
  const ids = notes.map(({ id }) => id)
  await reader.$executeRaw`
    UPDATE watch_pending SET attempts = attempts + 1,
      due_at = ${now()}::timestamptz + least(${MOST_DELAY_MS}, 1000 * power(2, least(attempts, 12))) * interval '1 millisecond'
    WHERE dyad_id = ${dyadId} AND id = ANY(${ids}::bigint[])`
}

/** Works until nothing is due, or it is to stop. Returns the alerts raised. */
export async function workOff(stopping?: AbortSignal): Promise<number> {
  let sum = 0
  await whileAny(async () => {
    const raised = await workOnce()
    sum += raised ?? 0
    return raised !== null
  }, stopping)
  return sum
}
