import { Skeleton } from '@/components/ui/skeleton'

/** While a draft is composed. */
export default function DraftLoading() {
  return (
    <div role="status">
      <span className="sr-only">Composing the briefing…</span>
      <Skeleton className="mb-5 h-8 w-96 max-w-full" />
      <div className="grid grid-cols-1 gap-5 xl:grid-cols-[15.5rem_minmax(0,1fr)_19rem]">
        <Skeleton className="h-96" />
        <Skeleton className="h-[70vh]" />
        <Skeleton className="h-64" />
      </div>
    </div>
  )
}
