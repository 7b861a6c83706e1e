import { PageHeader } from '@/components/ui/page-header'
import { SkeletonRows } from '@/components/ui/skeleton'

/** While the samples are read. */
export default function SamplesLoading() {
  return (
    <>
      <PageHeader title="Samples" />
      <SkeletonRows rows={8} label="Reading the samples" />
    </>
  )
}
