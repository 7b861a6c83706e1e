import type { IncidentSource, IncidentVintage } from '@/lib/db/generated/client'
import type { IncidentState } from '@/lib/incidents/state'
import { vintageRow, vintagesOf } from '@/lib/incidents/vintages'
import type { Link } from './chain'
import { columnFaults, type Fault } from './fault'

/** Compares the stored sources of an incident, by ordinal, with the state that its row shows. */
export function* sourceFaults(place: string, stored: IncidentSource[], { input }: IncidentState): Generator<Fault> {
  for (const [ordinal, source] of input.sources.entries()) {
    const where = `${place}, source ${ordinal + 1}`
    const row = stored.find((entry) => entry.ordinal === ordinal)
    if (!row) yield { place: where, what: 'it is missing' }
    else yield* columnFaults(where, row, { ...source, date: source.date || null, url: source.url || null })
  }
  const more = stored.find(({ ordinal }) => ordinal < 0 || ordinal >= input.sources.length)
  if (more) yield { place: `${place}, source ${more.ordinal + 1}`, what: 'no revision in force names it' }
}

/** Compares the stored vintages of an incident with those that its revisions give. */
export function* vintageFaults(place: string, stored: IncidentVintage[], links: readonly Link[]): Generator<Fault> {
  const expected = vintagesOf(links.map(({ revision }) => revision)).map(vintageRow)
  for (const vintage of expected) {
    const where = `${place}, vintage of revision ${vintage.revision}`
    const row = stored.find(({ revision }) => revision === vintage.revision)
    if (!row) yield { place: where, what: 'it is missing' }
    else yield* columnFaults(where, row, vintage)
  }
  const known = new Set(expected.map(({ revision }) => revision))
  const more = stored.find(({ revision }) => !known.has(revision))
  if (more) yield { place: `${place}, vintage of revision ${more.revision}`, what: 'no revision gives it' }
}
