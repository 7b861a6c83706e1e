import { compareDyadsPath } from '@/components/compare/compare-path'
import { ChoiceLinks } from '@/components/dyads/choice-links'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { LinkButton } from '@/components/ui/button'
import { RANGES } from '@/lib/charts/window'

/** How far back the charts reach, the grain of the line, and the way to other dyads beside it. */
export function ChartControls({ address }: { address: DyadAddress }) {
  return (
    <div className="flex flex-wrap gap-2" data-print="hide">
      <ChoiceLinks
        label="Weeks shown"
        items={RANGES.map((range) => ({
          key: range,
          label: range === 'all' ? 'all' : `${range}w`,
          title: range === 'all' ? 'The whole record' : `${range} weeks`,
          href: dyadPath({ ...address, range }),
          current: address.range === range,
        }))}
      />
      <ChoiceLinks
        label="Grain of the line"
        items={(['week', 'day'] as const).map((grain) => ({
          key: grain,
          label: grain,
          title: grain === 'week' ? 'Weekly closes' : 'Day by day',
          href: dyadPath({ ...address, grain }),
          current: address.grain === grain,
        }))}
      />
      <LinkButton href={compareDyadsPath([address.dyadId])} size="sm" title="Beside other dyads">
        Compare
      </LinkButton>
    </div>
  )
}
