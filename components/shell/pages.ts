import type { NavItem } from '@/components/shell/nav-links'
import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'

/** The pages of the top bar that the viewer may open. */
export function pagesOf(viewer: Viewer): NavItem[] {
  const settings = may(viewer, 'account:manage')
    ? [{ href: '/settings/accounts', label: 'Settings', also: '/settings' }]
    : []
  return [
    { href: '/', label: 'Overview', also: '/dyads' },
    { href: '/incidents', label: 'Incidents' },
    { href: '/codebook', label: 'Codebook' },
    { href: '/method', label: 'Method' },
    ...settings,
  ]
}
