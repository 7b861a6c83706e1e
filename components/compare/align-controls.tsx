'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { comparePath, withIncident, withoutIncident } from '@/components/compare/compare-path'
import { ChoiceLinks } from '@/components/dyads/choice-links'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { COMPARE_RANGES, type CompareAsk } from '@/lib/compare/schema'
import type { CompareIncident } from '@/lib/compare/views'
import { formatDay } from '@/lib/core/calendar'

interface AlignControlsProps {
  ask: CompareAsk
  /** The chosen incidents that count. */
  anchors: readonly CompareIncident[]
  choices: readonly CompareIncident[]
}

const keyOf = ({ dyadId, id }: { dyadId: string; id: string }) => `${dyadId}/${id}`

/** By what the lines are laid over each other, and how far they reach. */
export function AlignControls({ ask, anchors, choices }: AlignControlsProps) {
  const router = useRouter()
  const [round, setRound] = useState(0)
  const { align } = ask
  const choose = (value: string | null) => {
    const chosen = choices.find((choice) => keyOf(choice) === value)
    if (!chosen) return
    setRound(round + 1)
    router.push(comparePath({ ...ask, align: withIncident(align, { dyadId: chosen.dyadId, id: chosen.id }) }), {
      scroll: false,
    })
  }
  const aligned = align.by !== 'calendar'
  return (
    <div className="min-w-0 flex-1 basis-80" data-print="hide">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div>
          <p className="mb-1 text-xs font-medium text-muted">Lay over each other by</p>
          <ChoiceLinks
            label="Alignment"
            items={[
              {
                key: 'calendar',
                label: 'calendar',
                title: 'The same week under each other',
                href: comparePath({ ...ask, align: { by: 'calendar' } }),
                current: align.by === 'calendar',
              },
              {
                key: 'peak',
                label: 'weeks since the peak',
                title: 'Week 0 is the week of each dyad’s highest close',
                href: comparePath({ ...ask, align: { by: 'peak' } }),
                current: align.by === 'peak',
              },
            ]}
          />
        </div>
        <div>
          <p className="mb-1 text-xs font-medium text-muted">{aligned ? 'Weeks to each side' : 'Weeks back'}</p>
          <ChoiceLinks
            label={aligned ? 'Weeks to each side' : 'Weeks back'}
            items={COMPARE_RANGES.map((range) => ({
              key: range,
              label: range === 'all' ? 'all' : `${range}w`,
              title: range === 'all' ? 'The whole record' : `${range} weeks`,
              href: comparePath({ ...ask, range }),
              current: ask.range === range,
            }))}
          />
        </div>
      </div>
      <Field
        label="Or by weeks since an incident"
        name="align-incident"
        className="mt-2"
        hint={
          anchors.length > 0
            ? 'A dyad without an incident of its own takes the week of the first one. Choose one of each dyad to lay them over each other by their own.'
            : undefined
        }
      >
        {(control) => (
          <Combobox
            key={round}
            id={control.id}
            aria-describedby={control['aria-describedby']}
            value={null}
            onChange={choose}
            options={choices.map((choice) => ({
              value: keyOf(choice),
              label: choice.title,
              hint: `${choice.dyadId} · ${formatDay(choice.day)}`,
            }))}
            placeholder="The strongest incidents of these dyads"
            disabled={choices.length === 0}
            autoFocus={round > 0}
          />
        )}
      </Field>
      {anchors.length > 0 && (
        <ul aria-label="Incidents at week 0" className="mt-2 flex flex-wrap gap-1.5">
          {anchors.map((anchor) => (
            <li key={keyOf(anchor)} className="flex max-w-full items-center rounded border border-line-strong text-sm">
              <Link href={`/incidents/${anchor.dyadId}/${anchor.id}`} className="min-w-0 px-2 py-1 hover:underline">
                {anchor.title}{' '}
                <span className="text-muted">
                  · {anchor.dyadId}, {formatDay(anchor.day)}
                </span>
              </Link>
              <Link
                href={comparePath({ ...ask, align: withoutIncident(align, anchor.dyadId) })}
                scroll={false}
                className="flex h-7 w-7 shrink-0 items-center justify-center border-l text-muted hover:text-ink"
              >
                <span aria-hidden="true">×</span>
                <span className="sr-only">Take “{anchor.title}” out</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
