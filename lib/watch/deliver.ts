import { now } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { whileAny } from './loop'
import { messageOf } from './message'
import { sendMail } from './send-mail'
import { sendWebhook } from './send-webhook'

/** A sender that dies is taken for dead after so long, and its message sent again under the same key. */
const LEASE_MS = 120_000
const FIRST_DELAY_MS = 30_000
/** Tries before it is given up: over eight hours. */
export const MOST_ATTEMPTS = 10

interface Claimed {
  dyadId: string
  id: string
  alertId: string
  ruleId: string
  channel: string
  target: string
  attempts: number
}

/** Takes one due message for this process: no transaction is open while another machine is waited for. */
async function claim(): Promise<Claimed | undefined> {
  const prisma = await database()
  const lease = new Date(now().getTime() + LEASE_MS)
  const [claimed] = await prisma.$queryRaw<Claimed[]>`
    UPDATE watch_delivery d SET attempts = d.attempts + 1, due_at = ${lease}
    FROM (SELECT dyad_id, id FROM watch_delivery WHERE due_at <= ${now()} ORDER BY due_at, id LIMIT 1
      FOR UPDATE SKIP LOCKED) due
    WHERE d.dyad_id = due.dyad_id AND d.id = due.id
    RETURNING d.dyad_id AS "dyadId", d.id::text AS id, d.alert_id::text AS "alertId", d.rule_id::text AS "ruleId",
      d.channel, d.target, d.attempts`
  return claimed
}

async function send({ dyadId, id, alertId, ruleId, channel, target }: Claimed): Promise<void> {
  const prisma = await database()
  const alert = await prisma.watchAlert.findUniqueOrThrow({ where: { dyadId_id: { dyadId, id: alertId } } })
  const message = await messageOf(prisma, id, alert)
  if (channel === 'email') return sendMail(target, message)
  const { webhookSecret } = await prisma.watchRule.findUniqueOrThrow({ where: { id: ruleId } })
  return sendWebhook(target, webhookSecret, message)
}

/**
 * Sends one due message, and notes that it is sent, or when it is tried again. Returns whether one was due. A process that dies
 * between the two sends it again: under the same key, so that its receiver can drop it.
 */
export async function deliverOnce(): Promise<boolean> {
  const claimed = await claim()
  if (!claimed) return false
  const { dyadId, id, attempts } = claimed
  const prisma = await database()
  try {
    await send(claimed)
  } catch (error) {
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    const given = attempts >= MOST_ATTEMPTS
    const dueAt = given ? null : new Date(now().getTime() + FIRST_DELAY_MS * 2 ** (attempts - 1))
    // Whoever was taken for dead has nothing to say of a message that somebody else has in hand, or has sent.
    const where = { dyadId, id, attempts, sentAt: null }
    await prisma.watchDelivery.updateMany({ where, data: { dueAt, lastError, failedAt: given ? now() : null } })
    return true
  }
  const sent = { dueAt: null, sentAt: now(), failedAt: null, lastError: '' }
  await prisma.watchDelivery.update({ where: { dyadId_id: { dyadId, id } }, data: sent })
  return true
}

/** Sends all that is due, or what is sent before it is to stop. Returns how many messages were tried. */
export const deliverDue = (stopping?: AbortSignal): Promise<number> => whileAny(deliverOnce, stopping)
