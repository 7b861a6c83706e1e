'use client'

import { useState } from 'react'
import { EndLabels } from '@/components/charts/compare/end-labels'
import { LineKey } from '@/components/charts/compare/line-key'
import { plotOf, ScoreRules, StrokeShape, WeekAxis } from '@/components/charts/compare/plot'
import { useWeekReading, WeekBox, WeekRule, WeekSlider } from '@/components/charts/compare/week-reading'
import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { Skeleton } from '@/components/ui/skeleton'
import type { CompareModel } from '@/lib/charts/compare'
import { strokeOf } from '@/lib/charts/compare-strokes'
import { closeTable, rowHeading } from '@/lib/charts/compare-words'
import { bandColour } from '@/lib/palette'

const TITLE = 'Weekly closes'
const HEIGHT = 420

/** All lines in one picture with one scale, named at their ends; a line breaks where nobody checked. */
export function OverlayChart({ model, ...frame }: ChartNotes & { model: CompareModel }) {
  const [picked, setPicked] = useState<number | null>(null)
  const reading = useWeekReading(model)
  const { attach, width } = useElementWidth<HTMLDivElement>()
  const plot = plotOf({ left: 36, right: width - 72, top: 12, bottom: HEIGHT - 26 }, model.rows, model.domain)
  const strokes = model.lines.map((_, index) => strokeOf(model, index, 'close'))
  const forward = picked !== null && picked < strokes.length ? picked : null
  // The one that is brought forward is drawn last, over the others.
  const order = strokes.map((_, index) => index).sort((a, b) => Number(a === forward) - Number(b === forward))
  return (
    <ChartFrame {...frame} title={TITLE} summary={model.summary} table={closeTable(model)}>
      <LineKey lines={model.lines} picked={forward} onPick={setPicked} />
      <div ref={attach} className="relative min-h-[420px]">
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <svg data-chart="" width={width} height={HEIGHT} {...reading.handlers(plot)}>
            <title>Weekly closes of all dyads</title>
            {model.bands.map(({ name, from, to }) => (
              <rect
                key={name}
                x={plot.left}
                y={plot.yOf(to)}
                width={plot.right - plot.left}
                height={plot.yOf(from) - plot.yOf(to)}
                fill={bandColour(name).css}
                fillOpacity={0.1}
              />
            ))}
            <ScoreRules ticks={model.scoreTicks} plot={plot} />
            <WeekAxis model={model} plot={plot} />
            {model.bands.map(({ name, from, to }) =>
              plot.yOf(from) - plot.yOf(to) < 14 ? null : (
                <text key={name} x={plot.left + 4} y={plot.yOf(to) + 12} fontSize={10} fill="var(--ink-muted)">
                  {name}
                </text>
              ),
            )}
            {order.map((index) => (
              <StrokeShape
                key={model.lines[index].dyadId}
                stroke={strokes[index]}
                plot={plot}
                index={index}
                faint={forward !== null && forward !== index}
              />
            ))}
            <EndLabels
              labels={model.lines.map(({ dyadId }, index) => ({ text: dyadId, end: strokes[index].end }))}
              plot={plot}
              picked={forward}
            />
            {reading.index !== null && <WeekRule plot={plot} at={model.rows[reading.index].at} />}
          </svg>
        )}
        {width > 0 && reading.index !== null && (
          <WeekBox model={model} index={reading.index} plot={plot} width={width} />
        )}
        <WeekSlider label={`${TITLE}, week by week`} model={model} reading={reading} />
      </div>
      {model.by !== 'calendar' && <p className="mt-1 text-center text-xs text-muted">{rowHeading(model.by)}</p>}
    </ChartFrame>
  )
}
