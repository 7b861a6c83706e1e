import { SkeletonRows } from '@/components/ui/skeleton'

/** The ledger in outline, until it is read. */
export default function LoadingMeasures() {
  return <SkeletonRows rows={10} label="Reading what is in force" />
}
