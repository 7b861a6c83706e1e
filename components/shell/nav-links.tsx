'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classes } from '@/components/ui/classes'

/** One page of the top bar; `also` are paths that belong to it. */
export interface NavItem {
  href: string
  label: string
  also?: string
}

const isWithin = (path: string, root: string) =>
  root === '/' ? path === '/' : path === root || path.startsWith(`${root}/`)

/** The desk's pages, the current one marked. `stacked` is for the menu of a narrow screen. */
export function NavLinks({ items, stacked }: { items: readonly NavItem[]; stacked?: boolean }) {
  const path = usePathname()
  return (
    <ul className={stacked ? 'flex flex-col py-1' : 'flex items-center gap-x-1'}>
      {items.map(({ href, label, also }) => {
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
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
