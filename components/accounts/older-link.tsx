import { PageLinks } from '@/components/ui/page-links'

/** Leads to the page after this one in a list that only grows, and back to its start. */
export function OlderLink({
  path,
  next,
  query,
}: {
  path: string
  next: string | null
  query: Record<string, string | undefined>
}) {
  const address = (before: string | undefined) => {
    const given = Object.entries({ ...query, before }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
  }
  return <PageLinks newest={query.before ? address(undefined) : null} older={next && address(next)} inCard />
}
