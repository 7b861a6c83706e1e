import type { LineNames, TrendModel } from '@/lib/charts/trend'

/** Two lines are told apart by stroke, not by colour. */
export const OTHER_STROKE = { stroke: 'var(--ink)', strokeWidth: 2.25 } as const
export const SHOWN_STROKE = { stroke: 'var(--ink-muted)', strokeWidth: 2, strokeDasharray: '6 4' } as const

function Key({ label, stroke }: { label: string; stroke: typeof OTHER_STROKE | typeof SHOWN_STROKE }) {
  return (
    <li className="flex items-center gap-1.5 whitespace-nowrap">
      <svg width={30} height={8} aria-hidden="true">
        <line x1={0} x2={30} y1={4} y2={4} {...stroke} />
      </svg>
      {label}
    </li>
  )
}

/** The names of a chart's two lines. */
export function TrendKey({ lines }: { lines: LineNames }) {
  return (
    <ul aria-label="Lines" className="mb-1 flex flex-wrap gap-x-4 text-xs text-muted">
      <Key label={`${lines.shown} (dashed)`} stroke={SHOWN_STROKE} />
      <Key label={lines.other} stroke={OTHER_STROKE} />
    </ul>
  )
}

const INTERVAL_WORDS = 'data interval: nine of ten draws'

/** What the area around a line is; a place for it is kept until it has come. */
export function IntervalKey({ arrived, failed }: { arrived: boolean; failed: boolean }) {
  return (
    <p className="mb-1 flex h-4 items-center gap-1.5 text-xs text-muted" aria-live="polite">
      {arrived && (
        <svg width={30} height={10} aria-hidden="true">
          <rect width={30} height={10} fill="var(--ink)" fillOpacity={0.13} />
          <line x1={0} x2={30} y1={5} y2={5} stroke="var(--ink)" strokeWidth={2} />
        </svg>
      )}
      {arrived && INTERVAL_WORDS}
      {!arrived && (failed ? 'The data interval could not be worked out.' : 'The data interval is being worked out …')}
    </p>
  )
}

/** The same for a picture that leaves the page, which has no key of its own. */
export const legendOf = ({ lines, intervals }: TrendModel) =>
  lines === null
    ? intervals.length > 0
      ? [{ label: INTERVAL_WORDS, swatch: 'var(--hatch)' }]
      : []
    : [
        { label: `${lines.shown} (dashed)`, swatch: SHOWN_STROKE.stroke },
        { label: lines.other, swatch: OTHER_STROKE.stroke },
      ]
