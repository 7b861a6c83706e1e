'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { Anchors } from '@/components/incidents/form/anchors'
import { CODING_RULES, indicatorOf, neighboursOf } from '@/lib/core/codebook'
import type { FormValues } from '@/lib/incidents/form-values'

/** Beside the form, where the window is wide: the chosen rung between its neighbours, or what a coder keeps in mind. */
export function CodingAside() {
  const { control } = useFormContext<FormValues>()
  const indicator = indicatorOf(useWatch({ control, name: 'code' }))
  return (
    <aside aria-label="Coding" className="sticky top-4 hidden self-start border-l pl-6 xl:block">
      {indicator ? (
        <>
          <h2 className="mb-2 text-sm font-semibold">Does the anchor fit?</h2>
          <Anchors indicator={indicator} {...neighboursOf(indicator.code)} stacked />
        </>
      ) : (
        <>
          <h2 className="mb-2 text-sm font-semibold">What a coder keeps in mind</h2>
          <ol className="space-y-2 text-xs">
            {CODING_RULES.map(({ number, name, text }) => (
              <li key={number}>
                <span className="font-medium">
                  {number}. {name}.
                </span>{' '}
                <span className="text-muted">{text}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </aside>
  )
}
