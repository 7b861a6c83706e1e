import { classes } from '@/components/ui/classes'

/** A grey bar where something is being loaded. Give it a height and a width by class. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classes('animate-pulse rounded bg-line', className)} />
}

/** Rows of a table that is being loaded; announces itself once. */
export function SkeletonRows({ rows = 6, label = 'Loading' }: { rows?: number; label?: string }) {
  const widths = ['w-11/12', 'w-4/5', 'w-full', 'w-3/4', 'w-5/6', 'w-2/3']
  return (
    <div role="status">
      <span className="sr-only">{label}…</span>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key, row) => (
        <div key={key} className="flex h-9 items-center border-b border-line">
          <Skeleton className={classes('h-3.5', widths[row % widths.length])} />
        </div>
      ))}
    </div>
  )
}
