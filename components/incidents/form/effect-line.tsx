'use client'

import { useCallback } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { WeekEffect } from '@/components/incidents/effect-words'
import { fetchPreview, type IncidentKey, previewBody } from '@/components/incidents/form/requests'
import { useAnswer, useSettled } from '@/components/incidents/form/use-settled'
import { formatPoints } from '@/lib/format'
import type { FormValues } from '@/lib/incidents/form-values'

/** What the incident would do to its week once it is approved, said before it is saved. */
export function EffectLine({ replacing }: { replacing?: IncidentKey }) {
  const form = useFormContext<FormValues>()
  const derive = useCallback((values: FormValues) => previewBody(values, replacing), [replacing])
  const { answer, unreachable } = useAnswer(useSettled(form, derive), fetchPreview)
  const kind = useWatch({ control: form.control, name: 'kind' })
  return (
    <p aria-live="polite" aria-atomic="true" data-testid="effect" className="min-h-5 text-sm">
      <span className="text-muted">Effect once approved: </span>
      {kind === 'context' ? (
        'drawn, not scored'
      ) : answer ? (
        <>
          <WeekEffect preview={answer} />
          <span className="text-muted"> · {formatPoints(answer.points)} points</span>
        </>
      ) : unreachable ? (
        <span className="text-muted">not known, the server does not answer</span>
      ) : (
        <span className="text-muted">shown once pair, date, indicator and grades are chosen</span>
      )}
    </p>
  )
}
