/** The page of the team's log, for those with 'activity:read'. */
export const ACTIVITY_PAGE = { href: '/activity', label: 'Activity' } as const
