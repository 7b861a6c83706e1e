import { PageHeader } from '@/components/ui/page-header'
import { SkeletonRows } from '@/components/ui/skeleton'

/** While the seals are read. */
export default function SealsLoading() {
  return (
    <>
      <PageHeader title="Seals" />
      <SkeletonRows rows={8} label="Reading the seals" />
    </>
  )
}
