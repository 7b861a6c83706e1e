import { Skeleton } from '@/components/ui/skeleton'

/** A week in outline, until it is read. */
export default function LoadingWeek() {
  return (
    <div role="status">
      <span className="sr-only">Loading the week…</span>
      <Skeleton className="mb-3 h-8 w-96 max-w-full" />
      <Skeleton className="mb-4 h-7 w-full max-w-4xl" />
      <Skeleton className="mb-6 h-12 w-96 max-w-full" />
      <Skeleton className="mb-6 h-72 w-full" />
      <div className="grid gap-6 lg:grid-cols-3">
        <Skeleton className="h-60" />
        <Skeleton className="h-60" />
        <Skeleton className="h-60" />
      </div>
    </div>
  )
}
