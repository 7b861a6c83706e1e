import Link from 'next/link'
import { RANGES } from '@/components/charts/model/window'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { classes } from '@/components/ui/classes'

interface ChoiceProps {
  label: string
  items: { key: string; label: string; title: string; href: string; current: boolean }[]
}

/** A segmented row of links: each choice has its address. */
function Choice({ label, items }: ChoiceProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex divide-x rounded border border-line-strong">
        {items.map(({ key, label: text, title, href, current }) => (
          <li key={key}>
            <Link
              href={href}
              scroll={false}
              title={title}
              aria-current={current ? 'true' : undefined}
              className={classes(
                'flex h-7 items-center px-2.5 text-xs',
                current ? 'bg-accent font-semibold text-on-accent' : 'text-muted hover:text-ink',
              )}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How far back the charts reach, and the grain of the line. */
export function ChartControls({ address }: { address: DyadAddress }) {
  return (
    <div className="flex flex-wrap gap-2" data-print="hide">
      <Choice
        label="Weeks shown"
        items={RANGES.map((range) => ({
          key: range,
          label: range === 'all' ? 'all' : `${range}w`,
          title: range === 'all' ? 'The whole record' : `${range} weeks`,
          href: dyadPath({ ...address, range }),
          current: address.range === range,
        }))}
      />
      <Choice
        label="Grain of the line"
        items={(['week', 'day'] as const).map((grain) => ({
          key: grain,
          label: grain,
          title: grain === 'week' ? 'Weekly closes' : 'Day by day',
          href: dyadPath({ ...address, grain }),
          current: address.grain === grain,
        }))}
      />
    </div>
  )
}
