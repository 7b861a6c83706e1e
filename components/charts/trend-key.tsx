import type { LineNames, TrendModel } from '@/components/charts/model/trend'

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

/** The same for a picture that leaves the page, which has no key of its own. */
export const legendOf = ({ lines }: TrendModel) =>
  lines === null
    ? []
    : [
        { label: `${lines.shown} (dashed)`, swatch: SHOWN_STROKE.stroke },
        { label: lines.other, swatch: OTHER_STROKE.stroke },
      ]
