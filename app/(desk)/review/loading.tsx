import { PageHeader } from '@/components/ui/page-header'
import { SkeletonRows } from '@/components/ui/skeleton'

/** While the queue is read. */
export default function ReviewLoading() {
  return (
    <>
      <PageHeader title="Review" />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-[16rem_minmax(0,1fr)] xl:grid-cols-[18rem_minmax(0,1fr)_22rem]">
        <SkeletonRows rows={10} label="Reading the queue" />
      </div>
    </>
  )
}
