import { type VintageAddress, vintagePath } from '@/components/dyads/vintages/vintage-path'
import { LinkButton } from '@/components/ui/button'
import type { VintageTable } from '@/lib/as-of/views'

/** The ways to further weeks and months of a long record. */
export function VintageSteps({ table, address }: { table: VintageTable; address: VintageAddress }) {
  const steps = [
    { label: 'Newer weeks', target: table.newerWeeks, change: { toWeek: table.newerWeeks ?? undefined } },
    { label: 'Older weeks', target: table.olderWeeks, change: { toWeek: table.olderWeeks ?? undefined } },
    { label: 'Earlier months', target: table.olderMonths, change: { untilMonth: table.olderMonths ?? undefined } },
    { label: 'Later months', target: table.newerMonths, change: { untilMonth: table.newerMonths ?? undefined } },
  ].filter(({ target }) => target !== null)
  if (steps.length === 0) return null
  return (
    <nav aria-label="Parts of the table" className="flex flex-wrap gap-2" data-print="hide">
      {steps.map(({ label, change }) => (
        <LinkButton key={label} size="sm" href={vintagePath({ ...address, ...change })}>
          {label}
        </LinkButton>
      ))}
    </nav>
  )
}
