'use client'

import { useRouter } from 'next/navigation'
import { type PointerEvent, useState } from 'react'
import { indexAt, type Plot } from '@/components/charts/compare/plot'
import { PointSlider } from '@/components/charts/point-slider'
import type { CompareModel } from '@/lib/charts/compare'
import { rowName, rowSentence } from '@/lib/charts/compare-words'
import { weekIdOf } from '@/lib/core/calendar'
import { formatScore } from '@/lib/format'

/** Which week of a comparison is read, by pointer or by keys; by the calendar a week leads to the overview of it. */
export function useWeekReading(model: CompareModel) {
  const router = useRouter()
  const [index, setIndex] = useState<number | null>(null)
  const open = (at: number) => {
    const week = model.by === 'calendar' ? model.rows[at]?.cells[0]?.weekStart : null
    if (week != null) router.push(`/?week=${weekIdOf(week)}`)
  }
  const handlers = (plot: Plot) => ({
    onPointerMove: (event: PointerEvent<SVGSVGElement>) =>
      setIndex(indexAt(plot, model.rows, event.clientX - event.currentTarget.getBoundingClientRect().left)),
    onPointerLeave: () => setIndex(null),
  })
  return { index: index !== null && index < model.rows.length ? index : null, setIndex, open, handlers }
}

type Reading = ReturnType<typeof useWeekReading>

/** The keys of a chart of a comparison: it lies over the chart. */
export function WeekSlider({ label, model, reading }: { label: string; model: CompareModel; reading: Reading }) {
  const hint = 'Arrow keys move by week.'
  return (
    <PointSlider
      label={label}
      hint={model.by === 'calendar' ? `${hint} Enter opens the overview of the week.` : hint}
      words={model.rows.map((row) => rowSentence(row, model))}
      index={reading.index}
      onIndex={reading.setIndex}
      onOpen={reading.open}
    />
  )
}

/** The rule at the week that is read. */
export function WeekRule({ plot, at }: { plot: Plot; at: number }) {
  const x = plot.xOf(at)
  return <line data-export="no" x1={x} x2={x} y1={plot.top} y2={plot.bottom} stroke="var(--ink)" strokeWidth={1} />
}

const BOX_WIDTH = 230

/** The figures of the week that is read, the highest first, beside its rule. */
export function WeekBox({
  model,
  index,
  plot,
  width,
}: {
  model: CompareModel
  index: number
  plot: Plot
  width: number
}) {
  const row = model.rows[index]
  const x = plot.xOf(row.at)
  const left = x + 12 + BOX_WIDTH <= width ? x + 12 : Math.max(0, x - 12 - BOX_WIDTH)
  const told = row.cells
    .map((cell, line) => ({ ...cell, dyadId: model.lines[line].dyadId }))
    .filter(({ state }) => state !== 'none')
    .sort((a, b) => (b.close ?? -1000) - (a.close ?? -1000))
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute z-20 rounded border border-line-strong bg-raised px-3 py-2 text-xs shadow-sm"
      style={{ left, top: plot.top + 4, width: Math.min(BOX_WIDTH, width) }}
    >
      <p className="mb-1 font-semibold">{rowName(row, model.by)}</p>
      {told.length === 0 && <p className="text-muted">Nothing on record.</p>}
      {told.map(({ dyadId, close, state, rank, weekStart }) => (
        <p key={dyadId} className="flex justify-between gap-3 tabular-nums">
          <span>
            {dyadId}
            {model.by !== 'calendar' && weekStart !== null && (
              <span className="text-muted"> {weekIdOf(weekStart)}</span>
            )}
          </span>
          <span className={close === null ? 'text-muted' : undefined}>
            {close === null ? 'not checked' : formatScore(close)}
            {state === 'running' && <span className="text-muted"> so far</span>}
            {rank !== null && <span className="text-muted"> · {rank}.</span>}
          </span>
        </p>
      ))}
    </div>
  )
}
