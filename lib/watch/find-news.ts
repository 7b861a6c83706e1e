import { dayOfInstant, todayUtc } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import { causesOf, idsOfWeek, isWeekly, type WatchCause, type WatchFacts, type WatchWeek } from '@/lib/core/watch'
import type { Transaction } from '@/lib/db/transaction'
import { type Method, methodOfDyad } from '@/lib/method/store'
import { countingAt, countingIncidents, noFacts, waitsNow, weeksOver, withoutAndWith } from './dyad-facts'
import type { RuleInForce } from './rules-in-force'

/** Weeks that ended longer before a dyad was scored by another method are not told anew by that one. */
const METHOD_DAYS = 14
/** Incidents that an alert names. */
const MOST_IDS = 12

/** One dyad at work: what several rules read of it is read once. */
export interface DyadAtWork {
  dyadId: string
  today: number
  method: Method
  /** Incidents of which another state is in force since the dyad was last looked at. */
  changed: string[]
  /** The first day that the method in use may tell of. */
  methodDay: number
  weeks: () => Promise<WatchWeek[]>
}

/** Reads what all rules need of a dyad. */
export async function dyadAtWork(tx: Transaction, dyadId: string, changed: string[]): Promise<DyadAtWork> {
  const today = todayUtc()
  let weeks: Promise<WatchWeek[]> | undefined
  const methods = await tx.dyadMethod.findMany({
    where: { dyadId },
    orderBy: { at: 'desc' },
    take: 2,
    select: { at: true },
  })
  return {
    dyadId,
    today,
    method: await methodOfDyad(tx, dyadId),
    changed: [...new Set(changed)],
    methodDay: methods.length < 2 ? Number.NEGATIVE_INFINITY : dayOfInstant(methods[0].at) - METHOD_DAYS,
    weeks: () => {
      weeks ??= weeksOver(tx, dyadId, today)
      return weeks
    },
  }
}

/**
 * What a rule has to tell of a dyad that it has not told: causes since it was switched on, each with its numbers and the incidents
 * behind it. What only time or a check brings about is looked for in all weeks since; what an incident brings about, among the
 * incidents that changed.
 */
export async function findNews(tx: Transaction, rule: RuleInForce, dyad: DyadAtWork): Promise<WatchCause[]> {
  const { condition } = rule
  if (isWeekly(condition) || condition.kind === 'unreviewed') return newsOfTime(tx, rule, dyad)
  return dyad.changed.length === 0 ? [] : newsOfIncidents(tx, rule, dyad)
}

async function newsOfTime(tx: Transaction, rule: RuleInForce, dyad: DyadAtWork): Promise<WatchCause[]> {
  const { dyadId, today, method, methodDay } = dyad
  const facts: WatchFacts = { ...noFacts(today, method.parameters) }
  const weekly = isWeekly(rule.condition)
  if (weekly) facts.weeks = await dyad.weeks()
  else facts.waits = await waitsNow(tx, dyadId)
  const firstDay = Math.max(dayOfInstant(rule.since), weekly ? methodDay : 0)
  const causes = causesOf(rule.condition, facts).filter(({ day }) => day >= firstDay)
  const news: WatchCause[] = []
  for (const cause of await notTold(tx, rule, dyadId, causes)) {
    if (!weekly) news.push(cause)
    else {
      const incidents = await countingIncidents(tx, dyadId, method.parameters, { weekStart: cause.weekStart })
      news.push({ ...cause, ids: idsOfWeek(cause, { ...facts, incidents }).slice(0, MOST_IDS) })
    }
  }
  return news
}

async function newsOfIncidents(tx: Transaction, rule: RuleInForce, dyad: DyadAtWork): Promise<WatchCause[]> {
  const { dyadId, today, method } = dyad
  const { parameters } = method
  const narrowed = rule.condition.kind === 'incident' ? { ids: dyad.changed } : {}
  const incidents = await countingIncidents(tx, dyadId, parameters, narrowed)
  const causes = causesOf(rule.condition, { ...noFacts(today, parameters), incidents }).filter(({ ids }) =>
    ids.some((id) => dyad.changed.includes(id)),
  )
  const untold = await notTold(tx, rule, dyadId, causes)
  if (untold.length === 0) return []
  // What the record held already when the rule was switched on is not news, however often it is corrected.
  const then = { ...noFacts(today, parameters), incidents: await countingAt(tx, dyadId, parameters, rule.since) }
  const known = new Set(causesOf(rule.condition, then).map(({ key }) => key))
  const news: WatchCause[] = []
  for (const cause of untold.filter(({ key }) => !known.has(key))) {
    const behind = incidents.filter(({ id }) => cause.ids.includes(id))
    const day = Math.min(cause.day, weekStartOf(today) + 6)
    news.push({ ...cause, ...(await withoutAndWith(tx, dyadId, behind, day, parameters)) })
  }
  return news
}

/** The causes of which a rule has no alert yet in a dyad. */
async function notTold(
  tx: Transaction,
  { id: ruleId }: RuleInForce,
  dyadId: string,
  causes: WatchCause[],
): Promise<WatchCause[]> {
  if (causes.length === 0) return causes
  const told = await tx.watchAlert.findMany({
    where: { dyadId, ruleId, causeKey: { in: causes.map(({ key }) => key) } },
    select: { causeKey: true },
  })
  const keys = new Set(told.map(({ causeKey }) => causeKey))
  return causes.filter(({ key }) => !keys.has(key))
}
