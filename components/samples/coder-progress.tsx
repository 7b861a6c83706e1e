import type { CoderProgress } from '@/lib/samples/views'

/** How many units a coder has handed in, in words and as a bar. */
export function ProgressBar({ done, units, label }: { done: number; units: number; label: string }) {
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={units}
      aria-valuenow={done}
      aria-valuetext={`${done} of ${units}`}
      className="block h-1.5 overflow-hidden rounded-full bg-line"
    >
      <span className="block h-full bg-muted" style={{ width: `${units === 0 ? 0 : (100 * done) / units}%` }} />
    </span>
  )
}

/** Who codes a sample, and how far each of them is. */
export function CodersProgress({ coders, units }: { coders: readonly CoderProgress[]; units: number }) {
  return (
    <ul aria-label="Coders" className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
      {coders.map(({ id, name, done, excused }) => (
        <li key={id} className="min-w-0 text-sm">
          <span className="flex items-baseline justify-between gap-3">
            <span className="truncate">{name}</span>
            <span className="shrink-0 text-xs text-muted tabular-nums">
              {done} of {units}
              {excused && ', excused'}
            </span>
          </span>
          <ProgressBar done={done} units={units} label={`${name}’s progress`} />
        </li>
      ))}
    </ul>
  )
}
