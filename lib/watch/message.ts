import { dayOf, formatDay, isoOf, weekIdOf } from '@/lib/core/calendar'
import type { WatchAlert } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { toldOf } from './alert-views'
import { headlineOf, numbersOf } from './words'

/** An alert as it leaves the desk. `id` is the same each time that it is sent: a receiver knows it again by that. */
export interface AlertMessage {
  id: string
  alert: string
  at: string
  rule: { id: string; name: string }
  dyad: string
  headline: string
  numbers: string
  kind: string
  day: string
  week: string
  before: number | null
  after: number | null
  incidents: { id: string; title: string; day: string; url: string }[]
  url: string
}

/** The address that people type. */
export function deskAddress(): string {
  const { APP_URL, PORT } = env()
  return (APP_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '')
}

/** Puts together what is sent of an alert. Incidents are those that are published; of what waits for review, only its id is said. */
export async function messageOf(reader: Reader, id: string, alert: WatchAlert): Promise<AlertMessage> {
  const { dyadId, incidentIds } = alert
  const rows = await reader.incident.findMany({
    where: { dyadId, id: { in: incidentIds } },
    select: { id: true, title: true, startDay: true, inForce: true },
  })
  const told = toldOf(alert)
  const base = deskAddress()
  const incidents = incidentIds.flatMap((incidentId) => {
    const row = rows.find((one) => one.id === incidentId)
    if (!row) return []
    const title = row.inForce === null ? 'Not published yet' : row.title
    const url = `${base}/incidents/${dyadId}/${encodeURIComponent(incidentId)}`
    return [{ id: incidentId, title, day: isoOf(row.startDay), url }]
  })
  return {
    id,
    alert: alert.id,
    at: alert.at.toISOString(),
    rule: { id: alert.ruleId, name: alert.ruleName },
    dyad: dyadId,
    headline: headlineOf(told),
    numbers: numbersOf(told),
    kind: told.facts.kind,
    day: isoOf(alert.day),
    week: weekIdOf(alert.weekStart),
    before: alert.before,
    after: alert.after,
    incidents,
    url: `${base}/watch/rules/${alert.ruleId}#alert-${alert.id}`,
  }
}

/** The text of an e-mail. */
export function mailText({ headline, numbers, rule, incidents, url, dyad }: AlertMessage): string {
  const behind = incidents.map((one) => `- ${formatDay(dayOf(one.day))}: ${one.title}\n  ${one.url}`)
  const lines = [
    `${headline}.`,
    ...(numbers ? [numbers] : []),
    '',
    ...(behind.length > 0 ? ['Incidents behind it:', ...behind, ''] : []),
    `Rule “${rule.name}” over ${dyad}: ${url}`,
    `${deskAddress()}/dyads/${dyad}`,
  ]
  return `${lines.join('\n')}\n`
}
