import { pairName } from '@/components/watch/condition-words'
import type { NamedPart } from '@/components/watch/kept-state'
import { quoted } from '@/components/watch/part-words'
import type { ListRow } from '@/lib/watch/views'

/** What the form of a watchlist holds. */
export interface ListFields {
  scope: string
  name: string
  note: string
  dyadIds: string[]
}

/** The fields of a list; of a new one where none is given. */
export const fieldsOf = (list: Pick<ListRow, 'scope' | 'name' | 'note' | 'dyadIds'> | undefined): ListFields => ({
  scope: list?.scope ?? 'own',
  name: list?.name ?? '',
  note: list?.note ?? '',
  dyadIds: list?.dyadIds ?? [],
})

/** What of a list can be changed; whose it is cannot. */
export const LIST_PARTS: readonly NamedPart<ListFields>[] = [
  { label: 'Name', names: ['name'], words: ({ name }) => quoted(name) },
  { label: 'Dyads', names: ['dyadIds'], words: ({ dyadIds }) => dyadIds.map(pairName).join(', ') },
  { label: 'Note', names: ['note'], words: ({ note }) => quoted(note) },
]
