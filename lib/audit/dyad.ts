import type { Term } from '@/lib/core/scoring'
import type { Dyad, IncidentSource, IncidentVintage } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'
import type { StoredIncidentRow } from '@/lib/incidents/record'
import type { Method } from '@/lib/method/store'
import type { KnownAccounts } from './accounts'
import { annotationFaults, placeOfAnnotation } from './annotations'
import { chainFaults, type Link } from './chain'
import { checkedBy, checkFaults, placeOfCheck } from './checks'
import type { Counts } from './counts'
import { dyadMethodFaults } from './dyad-methods'
import { DyadSeals } from './dyad-seals'
import type { Fault } from './fault'
import { sourceFaults, vintageFaults } from './incident-parts'
import { rowFaults, shownBy, sortedTermsOf, termOfChain } from './incident-row'
import { readMethods } from './methods'
import { groupedBy, type IncidentPage, incidentPages } from './pages'
import { seriesFaults } from './series'

/** What the audit of one dyad needs of the rest. */
export interface Surroundings {
  accounts: KnownAccounts
  counts: Counts
  /** When this version of the product took over from one that knew no proposals; null where it was the first. */
  legacyUntil: Date | null
}

/** A dyad that is being looked at, and what is gathered on the way. */
interface Walk extends Surroundings {
  tx: Transaction
  dyad: Dyad
  /** The method of its series, then those published since. */
  methods: Method[]
  seals: DyadSeals
  terms: Term[]
  /** Every chain is whole: only then can the series be told. */
  whole: boolean
  /** The latest instant of a write. */
  latest: Date | null
}

/**
 * Everything of one dyad at the moment of the transaction: methods, chains, rows, sources, vintages, checks, annotations, seals,
 * stored series.
 */
export async function* dyadFaults(tx: Transaction, dyadId: string, around: Surroundings): AsyncGenerator<Fault> {
  const dyad = await tx.dyad.findUniqueOrThrow({ where: { id: dyadId } })
  const { readable } = await readMethods(tx)
  const methods = methodsSince(readable, dyad.methodId)
  if (methods.length === 0) {
    yield { place: dyadId, what: `its method ${dyad.methodId ?? ''} is not published, or cannot be read` }
    return
  }
  const seals = new DyadSeals(await tx.sealDyad.findMany({ where: { dyadId }, orderBy: { sealNumber: 'asc' } }))
  const walk: Walk = { ...around, tx, dyad, methods, seals, terms: [], whole: true, latest: null }
  const scoredBy = await tx.dyadMethod.findMany({ where: { dyadId }, orderBy: { at: 'asc' } })
  yield* dyadMethodFaults(dyad, scoredBy, new Set(readable.map(({ id }) => id)))
  for (const { at } of scoredBy) noteInstant(walk, at)
  for await (const page of incidentPages(tx, dyadId)) yield* pageFaults(walk, page)
  const checks = await checksOf(tx, dyadId)
  yield* checkFaults(checks)
  const places = checks.map((check) => ({ place: placeOfCheck(check), byId: check.byId }))
  yield* around.accounts.faults(tx, places)
  for (const { at } of checks) noteInstant(walk, at)
  const annotations = await tx.annotationRevision.findMany({ where: { dyadId }, orderBy: { at: 'asc' } })
  yield* annotationFaults(annotations)
  const written = annotations.map((row) => ({ place: placeOfAnnotation(row), byId: row.byId }))
  yield* around.accounts.faults(tx, written)
  for (const { at } of annotations) noteInstant(walk, at)
  if (walk.latest && (!dyad.lastWriteAt || dyad.lastWriteAt < walk.latest))
    yield { place: dyadId, what: `its last write is stored as earlier than one of ${walk.latest.toISOString()}` }
  yield* seals.faults(checks)
  if (walk.whole) yield* storedSeriesFaults(walk, checkedBy(checks))
  around.counts.checks += checks.length
  around.counts.annotations += annotations.length
  around.counts.dyads++
}

/** The checks of a dyad by week and revision. */
export const checksOf = (tx: Transaction, dyadId: string) =>
  tx.weeklyCheck.findMany({ where: { dyadId }, orderBy: [{ weekStart: 'asc' }, { revision: 'asc' }] })

/** The methods from one on, as published; all, latest first, for a dyad that no method has scored yet. */
function methodsSince(published: Method[], id: string | null): Method[] {
  if (id === null) return published.toReversed()
  const index = published.findIndex((method) => method.id === id)
  return index < 0 ? [] : published.slice(index)
}

function noteInstant(walk: Walk, at: Date): void {
  if (!walk.latest || at > walk.latest) walk.latest = at
}

async function* pageFaults(walk: Walk, { rows, revisions }: IncidentPage): AsyncGenerator<Fault> {
  const { tx, dyad, counts } = walk
  const where = { dyadId: dyad.id, incidentId: { in: rows.map(({ id }) => id) } }
  const sources = groupedBy(await tx.incidentSource.findMany({ where }), ({ incidentId }) => incidentId)
  const vintages = groupedBy(await tx.incidentVintage.findMany({ where }), ({ incidentId }) => incidentId)
  for (const row of rows) {
    const own = revisions.get(row.id) ?? []
    const place = `${dyad.id} / ${row.id}`
    const links = yield* chainFaults(place, own)
    const places = own.map(({ revision, byId }) => ({ place: `${place}, revision ${revision}`, byId }))
    yield* walk.accounts.faults(tx, places)
    for (const { at } of own) noteInstant(walk, at)
    walk.seals.add(own)
    counts.incidents++
    counts.revisions += own.length
    if (links) yield* derivedFaults(walk, row, links, sources.get(row.id) ?? [], vintages.get(row.id) ?? [])
    else walk.whole = false
  }
}

/** What follows from a whole chain: the incident's row, its sources, its vintages. Notes its term. */
function* derivedFaults(
  walk: Walk,
  row: StoredIncidentRow,
  links: Link[],
  sources: IncidentSource[],
  vintages: IncidentVintage[],
): Generator<Fault> {
  const place = `${row.dyadId} / ${row.id}`
  yield* rowFaults(place, row, links, walk.methods, walk.legacyUntil)
  yield* sourceFaults(place, sources, shownBy(links))
  yield* vintageFaults(place, vintages, links)
  const term = termOfChain(row, links, walk.methods[0])
  if (term) walk.terms.push(term)
}

async function* storedSeriesFaults(walk: Walk, checked: Set<number>): AsyncGenerator<Fault> {
  const { tx, dyad, counts, methods } = walk
  const of = { where: { dyadId: dyad.id }, orderBy: { weekStart: 'asc' as const } }
  const weeks = await tx.dyadWeek.findMany(of)
  const days = await tx.dyadWeekDays.findMany(of)
  counts.weeks += weeks.length
  yield* seriesFaults({ dyad, weeks, days }, sortedTermsOf(walk.terms), checked, methods[0].parameters)
}
