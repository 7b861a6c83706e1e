import Link from 'next/link'
import { classes } from '@/components/ui/classes'

interface ChoiceLinksProps {
  /** Names the group. */
  label: string
  items: readonly { key: string; label: string; title: string; href: string; current: boolean }[]
}

/** A segmented row of links: each choice has its address. */
export function ChoiceLinks({ label, items }: ChoiceLinksProps) {
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
                'flex h-7 items-center px-2.5 text-xs whitespace-nowrap',
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
