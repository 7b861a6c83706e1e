import { Skeleton } from '@/components/ui/skeleton'

const FIGURES = ['stocks', 'forward', 'backward', 'asymmetry', 'breadth', 'high']

/** A dyad's page in outline, until its series is read. */
export default function LoadingDyad() {
  return (
    <div role="status">
      <span className="sr-only">Loading the dyad…</span>
      <Skeleton className="mb-3 h-8 w-72 max-w-full" />
      <Skeleton className="mb-6 h-12 w-96 max-w-full" />
      <div className="mb-6 grid grid-cols-2 gap-6 md:grid-cols-3 xl:grid-cols-6">
        {FIGURES.map((name) => (
          <Skeleton key={name} className="h-14" />
        ))}
      </div>
      <Skeleton className="mb-6 h-[34rem] w-full" />
      <div className="grid gap-6 lg:grid-cols-2">
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
      </div>
    </div>
  )
}
