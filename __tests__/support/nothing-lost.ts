import { sentenceOf } from '@/lib/audit/fault'
import { auditRecord } from '@/lib/audit/record'
import { database } from '@/lib/db/client'
import { stateOf } from '@/lib/incidents/state'
import type { Address, Done } from './writers'

const keyOf = ({ dyadId, id, revision }: Address & { revision: number }) => `${dyadId} ${id} ${revision}`

/**
 * Compares what was answered as done with what this process's store holds of the dyads of the shared incidents: each acknowledged
 * write is one revision, there is no other, the last state of each shared incident has every word that was written into it, and the audit passes.
 */
export async function expectNothingLost(done: Done[], shared: Address[]): Promise<void> {
  const prisma = await database()
  const dyadIds = [...new Set(shared.map(({ dyadId }) => dyadId))]
  const where = { dyadId: { in: dyadIds } }
  const stored = await prisma.incidentRevision.findMany({ where, orderBy: { revision: 'asc' } })
  const setup = new Set(shared.map((address) => keyOf({ ...address, revision: 1 })))
  const written = stored
    .map((entry) => ({ ...entry, id: entry.incidentId }))
    .filter((entry) => !setup.has(keyOf(entry)))
  const acknowledged = done.map((entry) => `${keyOf(entry)} ${entry.action} ${entry.word}`).sort()
  const there = written.map((entry) => {
    const word = entry.action === 'created' ? stateOf(entry).input.title.replace('Logged by ', '') : entry.reason
    return `${keyOf(entry)} ${entry.action} ${word}`
  })
  expect(there.sort()).toEqual(acknowledged)
  for (const address of shared) {
    const last = stored
      .filter(({ dyadId, incidentId }) => dyadId === address.dyadId && incidentId === address.id)
      .at(-1)
    if (!last) throw new Error(`${address.id} is not there`)
    const edits = done.filter((entry) => entry.id === address.id && entry.action === 'edited').map(({ word }) => word)
    expect(stateOf(last).input.note.split(' ').filter(Boolean).sort()).toEqual(edits.sort())
  }
  expect((await auditRecord({ most: 100 })).faults.map(sentenceOf)).toEqual([])
}
