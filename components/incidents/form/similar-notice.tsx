'use client'

import { useCallback } from 'react'
import { useFormContext } from 'react-hook-form'
import { fetchSimilar, type IncidentKey, similarBody } from '@/components/incidents/form/requests'
import { useAnswer, useSettled } from '@/components/incidents/form/use-settled'
import { incidentPath } from '@/components/incidents/incident-path'
import { Callout } from '@/components/ui/callout'
import { formatDay } from '@/lib/core/calendar'
import type { FormValues } from '@/lib/incidents/form-values'

const REASONS = { 'same-code': 'same indicator, near date', 'similar-title': 'similar title, near date' } as const

/** Incidents that this one may repeat, shown while it is typed. It warns and never stops anybody. */
export function SimilarNotice({ exclude }: { exclude?: IncidentKey }) {
  const form = useFormContext<FormValues>()
  const derive = useCallback((values: FormValues) => similarBody(values, exclude), [exclude])
  const { answer } = useAnswer(useSettled(form, derive), fetchSimilar)
  const similar = answer ?? []
  return (
    <div aria-live="polite" data-testid="similar">
      {similar.length > 0 && (
        <Callout tone="warning" title="Logged already?">
          <ul className="mt-1 space-y-1">
            {similar.map(({ row, reason }) => (
              <li key={row.id}>
                <span className="tabular-nums">{formatDay(row.startDay)}</span> · {row.code} “{row.title}”{' '}
                <span className="text-muted">({REASONS[reason]})</span>{' '}
                <a className="link font-medium" href={incidentPath(row)} target="_blank" rel="noreferrer">
                  This is the same: open it<span className="sr-only"> ({row.title}, in a new tab)</span>
                </a>
              </li>
            ))}
          </ul>
          <p className="mt-1 text-xs text-muted">If it is another act, go on: nothing stops you.</p>
        </Callout>
      )}
    </div>
  )
}
