'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { ROLE_WORDS } from '@/components/accounts/role-words'
import { SignOutButton } from '@/components/accounts/sign-out-button'
import type { NavItem } from '@/components/shell/nav-links'
import { Popover } from '@/components/ui/popover'
import type { Role } from '@/lib/auth/permissions'

/** Letters of a name, for a button that has no room for it: `Ana Lee` → `AL`. */
const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word[0].toUpperCase())
    .slice(0, 2)
    .join('')

interface AccountMenuProps {
  name: string
  role: Role
  /** Pages without a place in the top bar. */
  more: readonly NavItem[]
}

/** Who is signed in, pages without a place in the top bar, the account page, and the way out. */
export function AccountMenu({ name, role, more }: AccountMenuProps) {
  return (
    // A new page closes the menu.
    <Popover
      key={usePathname()}
      label={`Account of ${name}`}
      trigger={<span className="text-xs font-semibold">{initialsOf(name)}</span>}
      panelClassName="w-56"
    >
      <div className="border-b px-4 py-2.5">
        <p className="truncate text-sm font-semibold">{name}</p>
        <p className="text-xs text-muted">{ROLE_WORDS[role].title}</p>
      </div>
      <div className="flex flex-col py-1 text-sm">
        {more.map(({ href, label }) => (
          <Link key={href} href={href} className="flex h-9 items-center px-4 hover:bg-sunken">
            {label}
          </Link>
        ))}
        <Link href="/account" className="flex h-9 items-center px-4 hover:bg-sunken">
          Account and password
        </Link>
        <SignOutButton size="md" className="mx-1 justify-start" />
      </div>
    </Popover>
  )
}
