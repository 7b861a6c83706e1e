'use client'

import { type PointerEvent, useId } from 'react'
import { linear, pathThrough } from '@/components/method/picture-scale'
import { dayOfWeek, type PreviewModel } from '@/components/method/preview/preview-model'
import { timeTicks } from '@/lib/charts/axis'
import { formatScore } from '@/lib/format'
import type { PreviewWeek } from '@/lib/method/views'
import { bandColour } from '@/lib/palette'

interface PreviewPictureProps {
  model: PreviewModel
  width: number
  /** The week in focus. */
  index: number | null
  onIndex: (index: number | null) => void
}

type Scale = (value: number) => number

const HEIGHT = 300
const LEFT = 34
const RIGHT = 78
const TOP = 8
const BOTTOM = 24
const PIXELS_A_TICK = 64
const LEAST_HEIGHT_OF_NAME = 13

/** The bands behind, and the weeks that nobody checked. */
function Ground({ model, x, y }: { model: PreviewModel; x: Scale; y: Scale }) {
  const id = useId()
  const [left, right] = model.timeDomain.map(x)
  return (
    <>
      <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1={0} x2={0} y1={0} y2={6} stroke="var(--hatch)" strokeWidth={1.6} />
      </pattern>
      {model.bands.map(({ name, from, to }) => (
        <g key={name}>
          <rect
            x={left}
            y={y(to)}
            width={right - left}
            height={y(from) - y(to)}
            fill={bandColour(name).css}
            fillOpacity={0.12}
          />
          <line x1={left} x2={right} y1={y(to)} y2={y(to)} stroke="var(--line)" />
          {y(from) - y(to) >= LEAST_HEIGHT_OF_NAME && (
            <text x={right + 6} y={y((from + to) / 2)} dominantBaseline="central" fontSize={11} fill="var(--ink-muted)">
              {name}
            </text>
          )}
        </g>
      ))}
      {model.gaps.map(({ from, to }) => (
        <rect
          key={from}
          x={x(from)}
          y={TOP}
          width={x(to) - x(from)}
          height={HEIGHT - TOP - BOTTOM}
          fill={`url(#${id})`}
        />
      ))}
    </>
  )
}

function Axes({ model, x, y, width }: { model: PreviewModel; x: Scale; y: Scale; width: number }) {
  const [first, last] = model.timeDomain
  const ticks = timeTicks(first + 0.5, last - 0.5, Math.max(2, Math.floor((width - LEFT - RIGHT) / PIXELS_A_TICK)))
  return (
    <g fontSize={11} fill="var(--ink-muted)">
      {model.scoreTicks.map((score) => (
        <text key={score} x={LEFT - 6} y={y(score)} textAnchor="end" dominantBaseline="central">
          {formatScore(score).replace(/\.0$/, '')}
        </text>
      ))}
      <line x1={LEFT} x2={width - RIGHT} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} stroke="var(--line-strong)" />
      {ticks.map(({ day, label }) => (
        <text key={day} x={x(day)} y={HEIGHT - 8} textAnchor="middle">
          {label}
        </text>
      ))}
    </g>
  )
}

/** Both lines of closes over the bands of the draft, with a ring on each week of another band. */
export function PreviewPicture({ model, width, index, onIndex }: PreviewPictureProps) {
  const x = linear(model.timeDomain, [LEFT, width - RIGHT])
  const y = linear(model.scoreDomain, [HEIGHT - BOTTOM, TOP])
  const path = (run: PreviewWeek[], key: 'before' | 'after') =>
    pathThrough(run.map((week) => [x(dayOfWeek(week)), y(week[key])]))
  const active = index === null ? undefined : model.weeks[index]
  const feel = (event: PointerEvent<SVGSVGElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    const distance = (week: PreviewWeek) => Math.abs(x(dayOfWeek(week)) - at)
    onIndex(model.weeks.reduce((best, week, one) => (distance(week) < distance(model.weeks[best]) ? one : best), 0))
  }
  return (
    <svg
      data-chart=""
      aria-hidden="true"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      onPointerMove={feel}
      onPointerLeave={() => onIndex(null)}
    >
      <Ground model={model} x={x} y={y} />
      <Axes model={model} x={x} y={y} width={width} />
      {model.runs.map((run) => (
        <g key={run[0].weekStart} fill="none" strokeLinejoin="round" strokeLinecap="round">
          <path d={path(run, 'before')} stroke="var(--ink-muted)" strokeWidth={1.5} strokeDasharray="4 3" />
          <path d={path(run, 'after')} stroke="var(--ink)" strokeWidth={2.25} />
        </g>
      ))}
      {model.otherBand.map((week) => (
        <circle
          key={week.weekStart}
          cx={x(dayOfWeek(week))}
          cy={y(week.after)}
          r={3}
          fill="var(--ground-raised)"
          stroke="var(--danger)"
          strokeWidth={1.75}
        />
      ))}
      {active && (
        <line
          data-export="no"
          x1={x(dayOfWeek(active))}
          x2={x(dayOfWeek(active))}
          y1={TOP}
          y2={HEIGHT - BOTTOM}
          stroke="var(--ink)"
        />
      )}
    </svg>
  )
}
