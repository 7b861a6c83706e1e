import { ACTIVITY_PAGE } from '@/components/activity/page-link'
import { SEALS_PAGE } from '@/components/seals/page-link'
import type { NavItem } from '@/components/shell/nav-links'
import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'

/** How much waits for the viewer, by page. */
export interface Waiting {
  review: number
  inbox: number
}

/** The pages of the top bar that the viewer may open, with what waits there. */
export function pagesOf(viewer: Viewer, waiting: Waiting): NavItem[] {
  const review = may(viewer, 'incident:approve')
    ? [{ href: '/review', label: 'Review', waiting: { count: waiting.review, words: 'wait for you' } }]
    : []
  const inbox = may(viewer, 'inbox:read')
    ? [{ href: '/inbox', label: 'Inbox', waiting: { count: waiting.inbox, words: 'not read' } }]
    : []
  const briefings = may(viewer, 'briefing:read') ? [{ href: '/briefings', label: 'Briefings' }] : []
  const watch = may(viewer, 'watch:read') ? [{ href: '/watch', label: 'Watch' }] : []
  const settings = may(viewer, 'account:manage')
    ? [{ href: '/settings/accounts', label: 'Settings', also: '/settings' }]
    : []
  return [
    { href: '/', label: 'Overview', also: '/dyads' },
    { href: '/incidents', label: 'Incidents' },
    ...review,
    ...briefings,
    ...inbox,
    ...watch,
    { href: '/codebook', label: 'Codebook' },
    { href: '/method', label: 'Method' },
    ...settings,
  ]
}

/** Pages that are opened now and then: in the menus and the command palette, not in the top bar. */
export function morePagesOf(viewer: Viewer): NavItem[] {
  const dyads = may(viewer, 'dyad:read')
    ? [
        { href: '/compare', label: 'Compare' },
        { href: '/countries', label: 'Countries' },
      ]
    : []
  const samples = may(viewer, 'agreement:read') ? [{ href: '/samples', label: 'Samples' }] : []
  const activity = may(viewer, 'activity:read') ? [ACTIVITY_PAGE] : []
  const seals = may(viewer, 'seal:read') ? [SEALS_PAGE] : []
  return [{ href: '/weeks', label: 'Week by week' }, ...dyads, ...samples, ...activity, ...seals]
}
