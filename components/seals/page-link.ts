/** The page of the seals, for those with 'seal:read'. */
export const SEALS_PAGE = { href: '/seals', label: 'Seals' } as const
