import { LinkButton } from '@/components/ui/button'

interface PageLinksProps {
  /** Where the list begins; null on its first page. */
  newest: string | null
  /** The page after this one, where there is one. */
  older: string | null
  /** At the foot of a card, rather than below one. */
  inCard?: boolean
}

/** Ways through a list that is read by pages, the newest first. */
export function PageLinks({ newest, older, inCard = false }: PageLinksProps) {
  if (newest === null && older === null) return null
  const size = inCard ? 'sm' : undefined
  return (
    <nav aria-label="Pages" className={inCard ? 'flex gap-2 border-t px-4 py-2.5' : 'flex gap-2'} data-print="hide">
      {newest !== null && (
        <LinkButton size={size} href={newest}>
          Newest
        </LinkButton>
      )}
      {older !== null && (
        <LinkButton size={size} href={older}>
          Older
        </LinkButton>
      )}
    </nav>
  )
}
