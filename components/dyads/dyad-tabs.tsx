import { Tabs } from '@/components/ui/tabs'

/** The pages of a dyad, in the order of their tabs; `path` follows the dyad's own. `reads`: it can be of another reading than now. */
const DYAD_PAGES = [
  { key: 'score', path: '', label: 'Score', reads: true },
  { key: 'weeks', path: '/weeks', label: 'Week by week', reads: true },
  { key: 'certainty', path: '/certainty', label: 'How sure', reads: true },
  { key: 'patterns', path: '/patterns', label: 'Patterns', reads: true },
  { key: 'measures', path: '/measures', label: 'In force', reads: true },
  { key: 'without', path: '/without', label: 'Without', reads: true },
  { key: 'ahead', path: '/ahead', label: 'Ahead', reads: true },
  { key: 'vintages', path: '/vintages', label: 'As it was said', reads: false },
] as const

export type DyadPage = (typeof DYAD_PAGES)[number]['key']

interface DyadTabsProps {
  dyadId: string
  current: DyadPage
  /** The parameters of the page's reading, which go along to the pages that can have it; '' for now. */
  reading?: string
}

/** What there is of a dyad, each thing at its own address; the current one marked. */
export function DyadTabs({ dyadId, current, reading = '' }: DyadTabsProps) {
  return (
    <div className="mb-4">
      <Tabs
        label="Pages of this dyad"
        items={DYAD_PAGES.map(({ key, path, label, reads }) => ({
          href: `/dyads/${dyadId}${path}${reads && reading ? `?${reading}` : ''}`,
          label,
          current: key === current,
        }))}
      />
    </div>
  )
}
