'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classes } from '@/components/ui/classes'
import { formatCount } from '@/lib/format'

/** One page of the top bar; `also` are paths that belong to it. */
export interface NavItem {
  href: string
  label: string
  also?: string
  /** What waits there, and how that is read out. Nothing is shown at 0. */
  waiting?: { count: number; words: string }
}

const isWithin = (path: string, root: string) =>
  root === '/' ? path === '/' : path === root || path.startsWith(`${root}/`)

/** The desk's pages, the current one marked. `stacked` is for the menu of a narrow screen. */
export function NavLinks({ items, stacked }: { items: readonly NavItem[]; stacked?: boolean }) {
  const path = usePathname()
  return (
    <ul className={stacked ? 'flex flex-col py-1' : 'flex items-center gap-x-1'}>
      {items.map(({ href, label, also, waiting }) => {
        const current = isWithin(path, href) || (also !== undefined && isWithin(path, also))
        return (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? 'page' : undefined}
              className={classes(
                'flex items-center text-sm',
                stacked ? 'h-10 px-4 hover:bg-sunken' : 'h-12 border-b-2 px-2',
                current ? 'font-semibold' : 'text-muted hover:text-ink',
                !stacked && (current ? 'border-ink' : 'border-transparent'),
              )}
            >
              {label}
              {waiting !== undefined && waiting.count > 0 && (
                <span className="ml-1.5 rounded-full bg-sunken px-1.5 text-2xs font-medium text-ink tabular-nums ring-1 ring-line">
                  <span className="sr-only">, </span>
                  {formatCount(waiting.count)}
                  <span className="sr-only"> {waiting.words}</span>
                </span>
              )}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
