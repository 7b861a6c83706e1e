import { mintViewer } from '@/lib/auth/mint-viewer'
import type { Viewer } from '@/lib/auth/viewer'
import { isoOf } from '@/lib/core/calendar'
import { closeStore, database } from '@/lib/db/client'
import { parseFilter } from '@/lib/incidents/filter'
import { drawSample, submitCoding } from '@/lib/samples/commands'
import { SAMPLE_TITLE } from './sample-title'

/*
 * Draws a sample of three incidents of the case for the analyst and the admin, and hands in what both
 * code of it but for the analyst's last unit: for the browser tests. The first unit is coded alike, the others are not. The
 * embedded database must not be in use.
 */

async function firstAccount(login: string): Promise<Viewer> {
  const account = await (await database()).account.findUniqueOrThrow({ where: { login } })
  return mintViewer({ accountId: account.id, login, name: account.name, role: account.role })
}

async function main(): Promise<void> {
  const [analyst, admin, reviewer] = [
    await firstAccount('analyst'),
    await firstAccount('admin'),
    await firstAccount('reviewer'),
  ]
  const coders = [analyst, admin].map(({ accountId }) => accountId ?? '')
  const filter = parseFilter({ dyad: 'AZE-RUS' })
  const { sampleId } = await drawSample(reviewer, { title: SAMPLE_TITLE, filter, size: 3, coders, seed: 11 })
  const prisma = await database()
  for (const { ordinal, dyadId, incidentId } of await prisma.codingUnit.findMany({ where: { sampleId } })) {
    const incident = await prisma.incident.findUniqueOrThrow({ where: { dyadId_id: { dyadId, id: incidentId } } })
    const date = isoOf(incident.startDay)
    const common = { sampleId, ordinal, codable: true as const, credibility: 2, confidence: 'high' as const, note: '' }
    await submitCoding(admin, { ...common, code: 'LEG+2', date })
    if (ordinal === 3) continue
    await submitCoding(analyst, { ...common, code: ordinal === 1 ? 'LEG+2' : 'DIP+3', date })
  }
  await closeStore()
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
