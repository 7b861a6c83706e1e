import { Callout } from '@/components/ui/callout'

/** Says that the moment in the address cannot be shown, and why: the page is that of now. */
export function NoMoment({ asked, why }: { asked: string; why: string | null }) {
  if (why === null) return null
  return (
    <Callout tone="warning" role="note" title={`Not as of “${asked.slice(0, 40)}”`} className="mb-5">
      <p>{why}. All figures below are those of now.</p>
    </Callout>
  )
}
