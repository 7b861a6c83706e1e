import { SkeletonRows } from '@/components/ui/skeleton'

/** The week of all dyads in outline, until it is read. */
export default function LoadingDeskWeek() {
  return <SkeletonRows rows={12} label="Reading the week" />
}
