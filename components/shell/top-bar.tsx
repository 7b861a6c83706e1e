import Link from 'next/link'
import { AccountMenu } from '@/components/shell/account-menu'
import { CompactMenu } from '@/components/shell/compact-menu'
import { type NavItem, NavLinks } from '@/components/shell/nav-links'
import { SearchBox } from '@/components/shell/search-box'
import { ThemeToggle } from '@/components/shell/theme-toggle'
import { LinkButton } from '@/components/ui/button'
import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'

interface TopBarProps {
  viewer: Viewer
  pages: readonly NavItem[]
  /** Pages that stand in the menus alone. */
  more: readonly NavItem[]
}

/** The desk's pages, search, and who is signed in. */
export function TopBar({ viewer, pages, more }: TopBarProps) {
  return (
    <header className="border-b border-line-strong" data-print="hide">
      <div className="mx-auto flex h-12 max-w-[88rem] items-center gap-x-3 px-4 sm:px-6">
        <Link href="/" className="mr-2 text-base font-bold tracking-tight">
          Dyadwatch
        </Link>
        <nav aria-label="Desk" className="hidden xl:block">
          <NavLinks items={pages} />
        </nav>
        <div className="ml-auto flex items-center gap-x-2">
          <SearchBox id="desk-search" className="hidden w-56 md:block" />
          {may(viewer, 'incident:create') && (
            <LinkButton href="/incidents/new" variant="primary">
              New incident
            </LinkButton>
          )}
          <ThemeToggle />
          <AccountMenu name={viewer.name} role={viewer.role} more={more} />
          <div className="xl:hidden">
            <CompactMenu>
              <nav aria-label="Desk, menu">
                <NavLinks items={[...pages, ...more]} stacked />
              </nav>
              <div className="border-t p-3 md:hidden">
                <SearchBox id="menu-search" />
              </div>
            </CompactMenu>
          </div>
        </div>
      </div>
    </header>
  )
}
