import Link from 'next/link'
import { classes } from '@/components/ui/classes'

interface TabsProps {
  /** Names the group. */
  label: string
  items: readonly { href: string; label: string; current: boolean; count?: number }[]
}

/** Views of one page as links, so that each has its address. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav aria-label={label} className="border-b" data-print="hide">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className={classes(
                'inline-flex h-9 items-center gap-1.5 border-b-2 text-sm',
                item.current ? 'border-ink font-semibold' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {item.label}
              {item.count !== undefined && <span className="text-xs text-muted tabular-nums">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
