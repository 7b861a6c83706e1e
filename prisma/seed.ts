import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { weekStartFromId } from '@/lib/core/calendar'
import { dyadIdOf } from '@/lib/core/dyad'
import { checkWeek } from '@/lib/coverage/commands'
import { database } from '@/lib/db/client'
import { mondaysBetween } from '@/lib/dyads/series-window'
import { importIncident } from '@/lib/incidents/commands'
import { type IncidentInput, incidentSchema, type SourceInput } from '@/lib/incidents/schema'

const CASE_FILE = 'prisma/cases/rus-aze/incidents.json'

/** Weeks that the article speaks for: it was published on Monday of 2025-W28 and tells of December 2024 onwards. */
const READ_FROM = '2024-W48'
const READ_TO = '2025-W27'
const READ_NOTE =
  'Read from one article, which covers December 2024 to 7 July 2025 and names nothing more. Other sources were not searched.'

const rowSchema = z.object({
  id: z.string(),
  date: z.string(),
  date_end: z.string(),
  date_earliest: z.string(),
  date_latest: z.string(),
  date_precision: z.enum(['day', 'interval', 'month', 'ongoing']),
  date_basis: z.string(),
  actor: z.string(),
  target: z.string(),
  actor_type: z.string(),
  code: z.string(),
  title: z.string(),
  summary: z.string(),
  source_outlet: z.string(),
  source_date: z.string(),
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  credibility: z.number(),
  confidence: z.enum(['high', 'moderate', 'low']),
  responds_to: z.string(),
  responds_basis: z.enum(['', 'source', 'analyst']),
  note: z.string(),
})
const caseSchema = z.object({
  pair: z.tuple([z.string(), z.string()]),
  source: z.object({ publication: z.string(), author: z.string(), title: z.string(), date: z.string() }),
  incidents: z.array(rowSchema),
})

type CaseFile = z.infer<typeof caseSchema>
type CaseRow = z.infer<typeof rowSchema>

/**
 * The sources of a coded row. The article is a signed secondary analysis and graded B; the outlets it cites are media of the
 * two parties and graded C by themselves. A row graded C rests on the cited outlet alone.
 */
function sourcesOf(row: CaseRow, article: CaseFile['source']): SourceInput[] {
  const outlets = row.source_outlet.split(';').map((name) => name.trim())
  const dates = row.source_date.split(';').map((date) => date.trim())
  const cited = Array.from({ length: Math.max(outlets.length, dates.length) }, (_, index) => {
    const outlet = outlets[Math.min(index, outlets.length - 1)]
    const reliability = outlet === article.publication ? ('B' as const) : ('C' as const)
    return { outlet, date: dates[Math.min(index, dates.length - 1)], url: '', quote: '', reliability }
  })
  if (row.reliability === 'C') return cited
  const outlet = `${article.publication}: ${article.author}, “${article.title}”`
  return [{ outlet, date: article.date, url: '', quote: '', reliability: 'B' }, ...cited]
}

function inputOf(row: CaseRow, article: CaseFile['source']): IncidentInput {
  const exact = row.date_earliest === row.date && row.date_latest === row.date
  return incidentSchema.parse({
    kind: 'incident',
    actor: row.actor,
    target: row.target,
    date: row.date,
    dateEnd: row.date_end,
    datePrecision: row.date_precision,
    dateEarliest: exact ? '' : row.date_earliest,
    dateLatest: exact ? '' : row.date_latest,
    dateBasis: row.date_basis,
    code: row.code,
    credibility: row.credibility,
    confidence: row.confidence,
    actorType: row.actor_type,
    title: row.title,
    summary: row.summary,
    note: row.note,
    sources: sourcesOf(row, article),
    respondsTo: row.responds_to,
    respondsBasis: row.responds_basis,
  })
}

/** Rows in an order in which each comes after the one it answers. */
function answersLast(rows: CaseRow[]): CaseRow[] {
  const placed = new Set<string>()
  const ordered: CaseRow[] = []
  while (ordered.length < rows.length) {
    const ready = rows.filter((row) => !placed.has(row.id) && (!row.responds_to || placed.has(row.responds_to)))
    if (ready.length === 0) throw new Error('the case file has answers to incidents that it does not hold')
    for (const row of ready) placed.add(row.id)
    ordered.push(...ready)
  }
  return ordered
}

/**
 * Loads the Russia–Azerbaijan case through the same commands as everybody, and attests the weeks that its article covers.
 * What is there already is left as it is, so a start that was cut short is completed by the next.
 * Returns how many incidents were loaded.
 */
export async function loadCase(): Promise<number> {
  const file = caseSchema.parse(JSON.parse(readFileSync(join(process.cwd(), CASE_FILE), 'utf8')))
  const dyadId = dyadIdOf(...file.pair)
  const prisma = await database()
  const viewer = operator()
  const known = await prisma.incident.findMany({
    where: { dyadId, id: { in: file.incidents.map((row) => row.id) } },
    select: { id: true },
  })
  const ids = new Set(known.map((row) => row.id))
  const reason = `Coded from ${file.source.publication}, ${file.source.date}`
  let loaded = 0
  for (const row of answersLast(file.incidents).filter((candidate) => !ids.has(candidate.id))) {
    const state = { status: 'approved' as const, input: inputOf(row, file.source) }
    if (await importIncident(viewer, row.id, state, reason)) loaded++
  }
  const checks = await prisma.weeklyCheck.findMany({ where: { dyadId }, select: { weekStart: true } })
  const seen = new Set(checks.map((check) => check.weekStart))
  for (const weekStart of mondaysBetween(weekStartFromId(READ_FROM), weekStartFromId(READ_TO))) {
    if (!seen.has(weekStart)) await checkWeek(viewer, { dyadId, weekStart, checked: true, note: READ_NOTE })
  }
  return loaded
}
