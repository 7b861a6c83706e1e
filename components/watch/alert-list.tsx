'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import { IncidentDate } from '@/components/incidents/date-text'
import { Instant } from '@/components/incidents/detail/instant'
import { CodeMark, TitleLink } from '@/components/incidents/row-parts'
import { usePageKeys } from '@/components/shell/page-keys'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { rulePath } from '@/components/watch/condition-words'
import { useSettled } from '@/components/watch/use-settled'
import { formatDay } from '@/lib/core/calendar'
import { acknowledgeAlertAction, muteRuleAction, snoozeAlertAction } from '@/lib/watch/actions'
import type { AlertView } from '@/lib/watch/views'

/** How long the buttons put an alert away; `s` does for a week. */
const SNOOZES = [
  { days: 1, label: '1 day' },
  { days: 7, label: '1 week' },
  { days: 28, label: '4 weeks' },
] as const

type Run = (kind: 'acknowledge' | 'mute' | { days: number }, alert: AlertView) => void

function State({ own }: Pick<AlertView, 'own'>) {
  if (!own) return null
  if (own.acknowledgedAt)
    return (
      <span>
        acknowledged <Instant at={own.acknowledgedAt} />
      </span>
    )
  return own.snoozedUntil === null ? null : <span>snoozed until {formatDay(own.snoozedUntil)}</span>
}

function Alert({ alert, busy, run, ofRule }: { alert: AlertView; busy: boolean; run: Run; ofRule: boolean }) {
  const { dyadId, id, at, rule, headline, numbers, incidents, own } = alert
  const open = own !== null && own.acknowledgedAt === null
  return (
    <li
      id={`alert-${id}`}
      data-row=""
      data-alert={id}
      className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b px-4 py-3 last:border-b-0 focus-within:bg-sunken target:bg-sunken"
    >
      <div className="min-w-0 flex-1 basis-80">
        <p className="text-sm">
          {own && !own.read && (
            <span className="mr-1.5 font-semibold">
              <span aria-hidden="true">● </span>
              <span className="sr-only">Not read: </span>
            </span>
          )}
          <Link href={`/dyads/${dyadId}`} className="font-medium hover:underline">
            {headline}
          </Link>
        </p>
        {numbers && <p className="mt-0.5 text-sm tabular-nums">{numbers}</p>}
        {incidents.length > 0 && (
          <ul className="mt-1 space-y-0.5 text-sm">
            {incidents.map((row) => (
              <li key={row.id} className="flex flex-wrap items-baseline gap-x-2">
                <span className="text-xs text-muted">
                  <IncidentDate row={row} />
                </span>
                <CodeMark row={row} />
                <TitleLink row={row} className="min-w-0" />
              </li>
            ))}
          </ul>
        )}
        <p className="mt-1 flex flex-wrap gap-x-2 text-xs text-muted">
          <span>
            Rule{' '}
            <Link className="link" href={rulePath(rule.id)}>
              {rule.name}
            </Link>
          </span>
          <Instant at={at} />
          <State own={own} />
        </p>
      </div>
      {open && (
        <div className="flex flex-wrap gap-1.5" data-print="hide">
          <Button size="sm" disabled={busy} onClick={() => run('acknowledge', alert)}>
            Acknowledge
          </Button>
          {own.snoozedUntil === null && <span className="self-center pl-1 text-xs text-muted">Snooze for</span>}
          {own.snoozedUntil === null &&
            SNOOZES.map(({ days, label }) => (
              <Button
                key={days}
                size="sm"
                variant="quiet"
                disabled={busy}
                aria-label={`Snooze for ${label}`}
                onClick={() => run({ days }, alert)}
              >
                {label}
              </Button>
            ))}
          {!ofRule && (
            <Button size="sm" variant="quiet" disabled={busy} onClick={() => run('mute', alert)}>
              Mute the rule
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

interface AlertListProps {
  alerts: AlertView[]
  label: string
  /** On the page of their rule, which is muted there. */
  ofRule?: boolean
}

/** Alerts, newest first. `a` acknowledges the one in focus, `s` snoozes it for a week, `m` mutes its rule. */
export function AlertList({ alerts, label, ofRule = false }: AlertListProps) {
  const { failure, pending, run: settled } = useSettled()
  const actions = useMemo(() => {
    const run: Run = (kind, { dyadId, id: alertId, rule }) => {
      const alert = { dyadId, alertId }
      if (kind === 'acknowledge') settled(() => acknowledgeAlertAction(alert))
      else if (kind === 'mute') settled(() => muteRuleAction({ ruleId: rule.id, days: null }))
      else settled(() => snoozeAlertAction({ ...alert, days: kind.days }))
    }
    const focused = (work: (alert: AlertView) => void) => () => {
      const id = document.activeElement?.closest<HTMLElement>('[data-alert]')?.dataset.alert
      const alert = alerts.find((one) => one.id === id)
      if (alert?.own && alert.own.acknowledgedAt === null) work(alert)
    }
    const keys = {
      a: focused((alert) => run('acknowledge', alert)),
      s: focused((alert) => run({ days: 7 }, alert)),
    }
    return { run, keys: ofRule ? keys : { ...keys, m: focused((alert) => run('mute', alert)) } }
  }, [alerts, settled, ofRule])
  usePageKeys(actions.keys)
  return (
    <>
      {failure && <Callout tone="danger" role="alert" title={failure.message} />}
      <ul aria-label={label}>
        {alerts.map((alert) => (
          <Alert key={alert.id} alert={alert} busy={pending} run={actions.run} ofRule={ofRule} />
        ))}
      </ul>
    </>
  )
}
