/** The page of what waits for the reader. */
export const INBOX_PAGE = { href: '/inbox', label: 'Inbox' } as const
