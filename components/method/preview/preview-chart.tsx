'use client'

import { useMemo, useState } from 'react'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { PointSlider } from '@/components/charts/point-slider'
import { nameOfDyad } from '@/components/method/preview/dyad-picker'
import { previewModel, weekSentence } from '@/components/method/preview/preview-model'
import { PreviewPicture } from '@/components/method/preview/preview-picture'
import { Skeleton } from '@/components/ui/skeleton'
import type { MethodParameters } from '@/lib/core/scoring'
import type { DyadPreview } from '@/lib/method/views'

interface PreviewChartProps {
  preview: DyadPreview
  parameters: MethodParameters
  names: readonly [string, string]
}

function Legend({ names }: { names: readonly [string, string] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {names.map((name, index) => (
        <li key={name} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" width="24" height="8">
            <line
              x1="0"
              x2="24"
              y1="4"
              y2="4"
              strokeWidth={index === 0 ? 1.5 : 2.25}
              strokeDasharray={index === 0 ? '4 3' : undefined}
              className={index === 0 ? 'stroke-muted' : 'stroke-ink'}
            />
          </svg>
          by {name}
        </li>
      ))}
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="size-2 rounded-full border-2 border-danger" />
        other band
      </li>
    </ul>
  )
}

/** One dyad's line of weekly closes by the version in use and by the draft, one over the other. */
export function PreviewChart({ preview, parameters, names }: PreviewChartProps) {
  const [index, setIndex] = useState<number | null>(null)
  const { attach, width } = useElementWidth<HTMLDivElement>()
  const model = useMemo(() => previewModel(preview, parameters, names), [preview, parameters, names])
  const subject = nameOfDyad(preview.dyadId)
  const active = index === null ? undefined : model.weeks[index]
  return (
    <ChartFrame
      title={subject}
      reading={model.reading}
      summary={model.summary}
      table={model.table}
      subject={subject}
      source={`Dyadwatch · ${preview.dyadId} · method ${names[0]} and a draft that is not published`}
      fileName={`${preview.dyadId}-draft-preview`}
      controls={<Legend names={names} />}
      legend={[
        { label: `by ${names[0]}`, swatch: 'var(--ink-muted)' },
        { label: `by ${names[1]}`, swatch: 'var(--ink)' },
        { label: 'other band', swatch: 'var(--danger)' },
      ]}
    >
      <p aria-hidden="true" className="mb-1 min-h-5 text-xs tabular-nums">
        {active ? weekSentence(active, names) : <span className="text-faint">The bands behind are the draft’s.</span>}
      </p>
      <div ref={attach} className="relative h-[300px]">
        {width === 0 ? (
          <Skeleton className="absolute inset-0" />
        ) : (
          <PreviewPicture model={model} width={width} index={index} onIndex={setIndex} />
        )}
        <PointSlider
          label={`${subject}, week by week`}
          hint="Arrow keys move by week."
          words={model.weeks.map((week) => weekSentence(week, names))}
          index={index}
          onIndex={setIndex}
          onOpen={setIndex}
        />
      </div>
    </ChartFrame>
  )
}
