'use client'

import { useState } from 'react'
import { EndLabels } from '@/components/charts/compare/end-labels'
import { LineKey } from '@/components/charts/compare/line-key'
import { type Plot, plotOf, StrokeShape, WeekAxis } from '@/components/charts/compare/plot'
import { useWeekReading, WeekBox, WeekRule, WeekSlider } from '@/components/charts/compare/week-reading'
import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { Skeleton } from '@/components/ui/skeleton'
import type { CompareModel } from '@/lib/charts/compare'
import { strokeOf } from '@/lib/charts/compare-strokes'
import { leadSentence, rankTable, rowHeading } from '@/lib/charts/compare-words'

const TITLE = 'Place from week to week'
const ROW = 44

function PlaceRule({ place, plot }: { place: number; plot: Plot }) {
  const y = plot.yOf(place)
  return (
    <g>
      <line x1={plot.left} x2={plot.right} y1={y} y2={y} stroke="var(--line)" />
      <text x={plot.left - 8} y={y} textAnchor="end" dominantBaseline="central" fontSize={11} fill="var(--ink-muted)">
        {place}
      </text>
    </g>
  )
}

/** Who stood above whom: places by the weekly close. Those that stand level share a place; the running week has none. */
export function BumpChart({ model, ...frame }: ChartNotes & { model: CompareModel }) {
  const [picked, setPicked] = useState<number | null>(null)
  const reading = useWeekReading(model)
  const { attach, width } = useElementWidth<HTMLDivElement>()
  const places = model.rows.reduce(
    (most, { cells }) => cells.reduce((top, { rank }) => Math.max(top, rank ?? 0), most),
    2,
  )
  const height = 46 + (places - 1) * ROW + 20
  // The first place is at the top.
  const plot = plotOf({ left: 36, right: width - 72, top: 20, bottom: height - 46 }, model.rows, [places, 1])
  const axis = { ...plot, bottom: height - 26 }
  const strokes = model.lines.map((_, index) => strokeOf(model, index, 'rank'))
  const forward = picked !== null && picked < model.lines.length ? picked : null
  return (
    <ChartFrame {...frame} title={TITLE} summary={leadSentence(model)} table={rankTable(model)}>
      <LineKey lines={model.lines} picked={forward} onPick={setPicked} />
      <div ref={attach} className="relative" style={{ minHeight: height }}>
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <svg data-chart="" width={width} height={height} {...reading.handlers(plot)}>
            <title>Places by weekly close</title>
            {Array.from({ length: places }, (_, index) => index + 1).map((place) => (
              <PlaceRule key={place} place={place} plot={plot} />
            ))}
            <WeekAxis model={model} plot={axis} />
            {strokes.map((stroke, index) => (
              <StrokeShape
                key={model.lines[index].dyadId}
                stroke={stroke}
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
