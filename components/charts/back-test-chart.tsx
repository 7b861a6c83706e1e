'use client'

import { useId } from 'react'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { Skeleton } from '@/components/ui/skeleton'
import { type BackTestData, backTestModel, backTestTable } from '@/lib/charts/back-test'
import { formatPlural, formatScore } from '@/lib/format'

interface BackTestChartProps extends BackTestData {
  pair: string
  fileName: string
  /** Alerts of the whole record; fewer may be drawn. */
  count: number
}

const [HEIGHT, TOP, FLOOR] = [150, 16, 112]

/** Weekly closes with a tick for every day on which the rule would have told, and a mark on each peak. */
export function BackTestChart({ pair, fileName, count, ...data }: BackTestChartProps) {
  const { attach, width } = useElementWidth<HTMLDivElement>()
  const told = count === 0 ? 'no alert' : formatPlural(count, 'alert')
  const peaks = formatPlural(data.peaks.length, 'peak')
  const drawn = data.alerts.length < count ? ` The ticks are the latest ${data.alerts.length}.` : ''
  return (
    <ChartFrame
      title={pair}
      reading={`${told}, ${peaks}.${drawn}`}
      summary={`Weekly closes of ${pair}: ${told} over ${formatPlural(data.closes.length, 'week')}, ${peaks}.`}
      table={backTestTable(pair, data)}
      subject="Back-test of a watch rule"
      source="Weekly closes as stored now; ticks: alerts; ▾: peaks; hatched: not checked"
      fileName={fileName}
    >
      <div ref={attach} className="min-w-0">
        {width === 0 ? <Skeleton className="h-[150px]" /> : <Picture data={data} width={width} pair={pair} />}
      </div>
    </ChartFrame>
  )
}

function Picture({ data, width, pair }: { data: BackTestData; width: number; pair: string }) {
  const hatch = useId()
  const { path, gaps, zero, floor, alerts, peaks, ticks } = backTestModel(data, width, TOP, FLOOR)
  return (
    <svg data-chart="" width={width} height={HEIGHT} role="img" aria-label={`Back-test of ${pair}`}>
      <defs>
        <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} x2={0} y1={0} y2={6} stroke="var(--hatch)" strokeWidth={1.2} />
        </pattern>
      </defs>
      {gaps.map(({ x, width: wide }) => (
        <rect key={x} x={x} y={TOP} width={wide} height={floor - TOP} fill={`url(#${hatch})`} fillOpacity={0.6} />
      ))}
      <line x1={0} x2={width} y1={zero} y2={zero} stroke="var(--line-strong)" />
      <path d={path} fill="none" stroke="var(--ink)" strokeWidth={1.75} strokeLinecap="round" strokeLinejoin="round" />
      {peaks.map(({ x, y, close, weekStart, highest }) => (
        <text
          key={weekStart}
          x={Math.min(Math.max(x, 16), width - 16)}
          y={y - 4}
          textAnchor="middle"
          fontSize={11}
          fontWeight={highest ? 600 : 400}
          fill="var(--ink)"
        >
          ▾ {formatScore(close)}
        </text>
      ))}
      {alerts.map(({ x }) => (
        <line key={x} x1={x} x2={x} y1={floor + 4} y2={floor + 14} stroke="var(--accent)" strokeWidth={2} />
      ))}
      {ticks.map(({ x, day, label }) => (
        <text
          key={day}
          x={x}
          y={HEIGHT - 6}
          textAnchor={x < 30 ? 'start' : x > width - 30 ? 'end' : 'middle'}
          fontSize={11}
          fill="var(--ink-muted)"
        >
          {label}
        </text>
      ))}
    </svg>
  )
}
