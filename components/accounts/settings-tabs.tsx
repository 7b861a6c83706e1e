import { Tabs } from '@/components/ui/tabs'

const PAGES = [
  { href: '/settings/accounts', label: 'Accounts' },
  { href: '/settings/sign-ins', label: 'Sign-ins' },
  { href: '/settings/team', label: 'Team' },
]

/** The pages under settings. */
export function SettingsTabs({ current }: { current: string }) {
  return (
    <div className="mb-4">
      <Tabs label="Settings" items={PAGES.map((page) => ({ ...page, current: page.href === current }))} />
    </div>
  )
}
