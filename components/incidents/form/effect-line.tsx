'use client'

import { useCallback } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { fetchPreview, type IncidentKey, previewBody } from '@/components/incidents/form/requests'
import { useAnswer, useSettled } from '@/components/incidents/form/use-settled'
import { Delta } from '@/components/ui/delta'
import { formatPoints, formatScore } from '@/components/ui/format'
import { WeekLabel } from '@/components/ui/week-label'
import { displayOf } from '@/lib/core/scoring'
import type { FormValues } from '@/lib/incidents/form-values'
import type { Preview } from '@/lib/incidents/views'

/** “2025-W27 close 76.8 → 80.9 (▲4.1), stays Crisis”. */
function Effect({ preview }: { preview: Preview }) {
  const { before, after } = preview.week
  const change = displayOf(after.score) - displayOf(before.score)
  const band = before.band === after.band ? `stays ${after.band}` : `${before.band} → ${after.band}`
  return (
    <>
      <WeekLabel weekStart={preview.weekStart} /> close {formatScore(before.score)} →{' '}
      <strong className="font-semibold">{formatScore(after.score)}</strong> (<Delta value={change} />
      ), {band}
      <span className="text-muted"> · {formatPoints(preview.points)} points</span>
    </>
  )
}

/** What the incident would do to its week, said before it is saved. */
export function EffectLine({ replacing }: { replacing?: IncidentKey }) {
  const form = useFormContext<FormValues>()
  const derive = useCallback((values: FormValues) => previewBody(values, replacing), [replacing])
  const { answer, unreachable } = useAnswer(useSettled(form, derive), fetchPreview)
  const kind = useWatch({ control: form.control, name: 'kind' })
  return (
    <p aria-live="polite" aria-atomic="true" data-testid="effect" className="min-h-5 text-sm">
      <span className="text-muted">Effect: </span>
      {kind === 'context' ? (
        'drawn, not scored'
      ) : answer ? (
        <Effect preview={answer} />
      ) : unreachable ? (
        <span className="text-muted">not known, the server does not answer</span>
      ) : (
        <span className="text-muted">shown once pair, date, indicator and grades are chosen</span>
      )}
    </p>
  )
}
