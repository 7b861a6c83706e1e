import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

/** Countries in outline, until the week is read. */
export default function LoadingCountries() {
  return (
    <>
      <Skeleton className="mb-5 h-8 w-56" />
      <SkeletonRows rows={10} label="Loading the countries" />
    </>
  )
}
