import { Tabs } from '@/components/ui/tabs'

/** The pages of a dyad, in the order of their tabs; `path` follows the dyad's own. */
const DYAD_PAGES = [
  { key: 'score', path: '', label: 'Score' },
  { key: 'certainty', path: '/certainty', label: 'How sure' },
  { key: 'without', path: '/without', label: 'Without' },
  { key: 'ahead', path: '/ahead', label: 'Ahead' },
  { key: 'patterns', path: '/patterns', label: 'Patterns' },
  { key: 'vintages', path: '/vintages', label: 'As it was said' },
] as const

export type DyadPage = (typeof DYAD_PAGES)[number]['key']

/** What there is of a dyad, each thing at its own address; the current one marked. */
export function DyadTabs({ dyadId, current }: { dyadId: string; current: DyadPage }) {
  return (
    <div className="mb-4">
      <Tabs
        label="Pages of this dyad"
        items={DYAD_PAGES.map(({ key, path, label }) => ({
          href: `/dyads/${dyadId}${path}`,
          label,
          current: key === current,
        }))}
      />
    </div>
  )
}
