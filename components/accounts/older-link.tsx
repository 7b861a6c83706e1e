import { LinkButton } from '@/components/ui/button'

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
  if (!next && !query.before) return null
  return (
    <nav aria-label="Pages" className="flex gap-2 border-t px-4 py-2.5">
      {query.before && (
        <LinkButton size="sm" href={address(undefined)}>
          Newest
        </LinkButton>
      )}
      {next && (
        <LinkButton size="sm" href={address(next)}>
          Older
        </LinkButton>
      )}
    </nav>
  )
}
