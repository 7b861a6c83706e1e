import 'server-only'
import { logActivity } from '@/lib/activity/log'
import { authorize, may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import type { CodingSample } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { notify } from '@/lib/inbox/notify'
import { lockSample } from './locked'
import { knownTo } from './population'
import { type CoderInput, MOST_CODERS } from './schema'

/** @throws DeskError INVALID naming those who cannot code. */
export async function refuseIdleCoders(tx: Transaction, coders: readonly string[]): Promise<void> {
  const accounts = await tx.account.findMany({
    where: { id: { in: [...coders] } },
    select: { id: true, name: true, role: true, active: true },
  })
  const idle = accounts.filter((account) => !account.active || !may(account, 'sample:code'))
  if (idle.length === 0 && accounts.length === coders.length) return
  const names = idle.map(({ name }) => name).join(', ')
  const message = names ? `${names} cannot code: choose active analysts or reviewers.` : 'No such coder.'
  throw new DeskError('INVALID', message, { coders: [message] })
}

/** An open sample under its lock. @throws DeskError NOT_FOUND; INVALID for one that is closed. */
async function openSample(tx: Transaction, sampleId: string): Promise<CodingSample> {
  const sample = await lockSample(tx, sampleId)
  if (!sample) throw new DeskError('NOT_FOUND', 'There is no such sample.')
  if (sample.status !== 'open') throw new DeskError('INVALID', 'This sample is closed.')
  return sample
}

/**
 * Asks one more person to code an open sample.
 * @throws DeskError FORBIDDEN, NOT_FOUND; INVALID when it is closed or full, or they cannot code it blind: they wrote, decided or
 * coded some of it, or were excused from it and have seen the record since; CONFLICT when they code in it already.
 */
export async function addCoder(viewer: Viewer, { sampleId, coderId }: CoderInput): Promise<void> {
  authorize(viewer, 'sample:manage')
  await inTransaction(async (tx) => {
    const sample = await openSample(tx, sampleId)
    await refuseIdleCoders(tx, [coderId])
    const coders = await tx.codingCoder.findMany({ where: { sampleId } })
    const before = coders.find(({ accountId }) => accountId === coderId)
    if (before?.excusedAt) throw refusal('They were excused: what they were to code has been open to them since.')
    if (before) throw new DeskError('CONFLICT', 'They code in this sample already.')
    if (coders.filter(({ excusedAt }) => excusedAt === null).length >= MOST_CODERS)
      throw refusal(`A sample has at most ${MOST_CODERS} coders.`)
    await refuseKnowing(tx, sample, coderId)
    await tx.codingCoder.create({ data: { sampleId, accountId: coderId } })
    const { title } = sample
    const units = await tx.codingUnit.count({ where: { sampleId } })
    await notify(tx, viewer, [coderId], { kind: 'sample', detail: { sampleId, title, units } })
    const detail = { title, coder: await nameOf(tx, coderId) }
    await logActivity(tx, viewer, { action: 'sample-coder-added', subject: sampleId, detail })
  })
}

const refusal = (message: string) => new DeskError('INVALID', message, { coderId: [message] })

async function nameOf(tx: Transaction, id: string): Promise<string> {
  return (await tx.account.findUniqueOrThrow({ where: { id }, select: { name: true } })).name
}

/** @throws DeskError INVALID where the sample leaves out its coders' own work, and some of it is theirs. */
async function refuseKnowing(tx: Transaction, sample: CodingSample, coderId: string): Promise<void> {
  if (Object(sample.filter).excludeOwn !== true) return
  const [{ count }] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM coding_unit own JOIN incident i ON i.dyad_id = own.dyad_id AND i.id = own.incident_id
    WHERE own.sample_id = ${sample.id}::uuid AND ${knownTo([coderId])}`
  if (count > 0) throw refusal(`They wrote, decided or coded ${count} of its incidents before.`)
}

/**
 * Excuses a coder who leaves from an open sample, for good: what they handed in stays, what they did not is no longer waited for.
 * @throws DeskError FORBIDDEN, NOT_FOUND; INVALID when it is closed; CONFLICT when they are excused already.
 */
export async function excuseCoder(viewer: Viewer, { sampleId, coderId }: CoderInput): Promise<void> {
  authorize(viewer, 'sample:manage')
  await inTransaction(async (tx) => {
    const sample = await openSample(tx, sampleId)
    const key = { sampleId_accountId: { sampleId, accountId: coderId } }
    const coder = await tx.codingCoder.findUnique({ where: key })
    if (!coder) throw new DeskError('NOT_FOUND', 'They do not code in this sample.')
    if (coder.excusedAt) throw new DeskError('CONFLICT', 'They are excused already.')
    await tx.codingCoder.update({ where: key, data: { excusedAt: now(), excusedById: viewer.accountId } })
    const done = await tx.coding.count({ where: { sampleId, coderId } })
    const detail = { title: sample.title, coder: await nameOf(tx, coderId), done }
    await logActivity(tx, viewer, { action: 'sample-coder-excused', subject: sampleId, detail })
  })
}
