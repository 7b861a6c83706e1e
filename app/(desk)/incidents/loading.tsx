import { PageHeader } from '@/components/ui/page-header'
import { SkeletonRows } from '@/components/ui/skeleton'

/** While the list is read. */
export default function IncidentsLoading() {
  return (
    <>
      <PageHeader title="Incidents" />
      <SkeletonRows rows={12} label="Reading the incidents" />
    </>
  )
}
