import type { Role } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { type IncidentFilter, parseFilter } from '@/lib/incidents/filter'
import { drawSample } from '@/lib/samples/commands'
import type { CodingInput } from '@/lib/samples/schema'
import { logApproved, makeIncident } from './incidents'
import { viewerWith } from './viewers'

/** The id of an account; the command line has none and cannot code. */
export function accountOf(viewer: Viewer): string {
  if (viewer.accountId === null) throw new Error(`${viewer.login} has no account`)
  return viewer.accountId
}

interface Draw {
  size: number
  seed?: number
  title?: string
  filter?: IncidentFilter
  coderRoles?: Role[]
}

/** Draws a sample for two new coders, by a reviewer who does not code in it. */
export async function drawnWith({ title = 'A sample', filter = parseFilter({}), coderRoles, ...draw }: Draw) {
  const manager = await viewerWith('reviewer', 'Manager')
  const coders = await Promise.all((coderRoles ?? ['analyst', 'analyst']).map((role) => viewerWith(role)))
  const drawn = await drawSample(manager, { ...draw, title, filter, coders: coders.map(accountOf) })
  return { ...drawn, manager, coders }
}

type Codable = Extract<CodingInput, { codable: true }>

/** A coding as a coder hands it in: `DIP+2` on 1 July 2025. Fields can be given. */
export function code(sampleId: string, ordinal: number, fields: Partial<Codable> = {}): Codable {
  const coded = { code: 'DIP+2', date: '2025-07-01', credibility: 1, confidence: 'high' as const, note: '' }
  return { sampleId, ordinal, codable: true, ...coded, ...fields }
}

/** Fifteen approved incidents of the first days of July 2025, for drawing from. */
export async function fifteenProtests(author: Viewer): Promise<void> {
  for (let number = 1; number <= 15; number++) {
    const date = `2025-07-${String(number).padStart(2, '0')}`
    await logApproved(makeIncident({ title: `Protest ${number}`, date, note: 'the author’s note' }), author)
  }
}

/** The incidents of a sample in the order in which they were drawn. */
export async function unitsOf(sampleId: string): Promise<string[]> {
  const prisma = await database()
  const units = await prisma.codingUnit.findMany({ where: { sampleId }, orderBy: { ordinal: 'asc' } })
  return units.map(({ incidentId }) => incidentId)
}
