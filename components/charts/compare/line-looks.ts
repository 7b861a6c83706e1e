/** How a line is drawn. */
export interface LineLook {
  stroke: string
  strokeWidth: number
  strokeDasharray?: string
  strokeLinecap?: 'round' | 'butt'
}

/**
 * Eight lines told apart by dash and weight in a ramp of greys, and named at their end: every colour of the desk has a meaning of its
 * own, a dyad has none.
 */
const LOOKS: readonly LineLook[] = [
  { stroke: 'var(--ink)', strokeWidth: 2.5 },
  { stroke: 'var(--ink-muted)', strokeWidth: 2, strokeDasharray: '9 4' },
  { stroke: 'var(--ink)', strokeWidth: 2.75, strokeDasharray: '0.1 5', strokeLinecap: 'round' },
  { stroke: 'var(--ink-faint)', strokeWidth: 1.25 },
  { stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '11 4 2 4' },
  { stroke: 'var(--ink-muted)', strokeWidth: 2, strokeDasharray: '3.5 3' },
  { stroke: 'var(--ink-faint)', strokeWidth: 2.75, strokeDasharray: '18 6' },
  { stroke: 'var(--ink-muted)', strokeWidth: 1.75, strokeDasharray: '10 3 2 3 2 3' },
]

/** The look of the n-th line, from 0. */
export const lookOf = (index: number): LineLook => LOOKS[index % LOOKS.length]
