import type { Evidence, EvidenceDyad } from '@/lib/briefings/model/evidence'
import { isoOf, weekEndOf, weekIdOf } from '@/lib/core/calendar'
import type { Column } from './table'

/** Something of a dyad's record, and where in the evidence it stands. */
export interface OfDyad<Item> {
  dyad: string
  item: Item
  at: string
}

/** The items of one of the lists that every dyad's record has. */
export const listOf = <Item>(evidence: Evidence, key: string, of: (dyad: EvidenceDyad) => Item[]): OfDyad<Item>[] =>
  evidence.dyads.flatMap((dyad, index) =>
    of(dyad).map((item, place) => ({ dyad: dyad.dyadId, item, at: `/dyads/${index}/${key}/${place}` })),
  )

/** The dyad of a row; its place in the evidence is that of the dyad, two steps above. */
export const dyadColumn = <Row extends { dyad: string }>(): Column<Row> => ({
  name: 'dyad',
  type: 'string',
  description: 'The pair of countries, ISO 3166-1 alpha-3 in alphabetical order.',
  value: ({ dyad }) => dyad,
})

/** `2025-W27`, Monday and Sunday columns of tables that go by week. */
export const weekColumns = <Row extends { week: { weekStart: number } }>(): Column<Row>[] => [
  { name: 'week', type: 'string', description: 'ISO 8601 week.', value: ({ week }) => weekIdOf(week.weekStart) },
  { name: 'monday', type: 'date', description: 'Its Monday.', value: ({ week }) => isoOf(week.weekStart) },
  { name: 'sunday', type: 'date', description: 'Its Sunday.', value: ({ week }) => isoOf(weekEndOf(week.weekStart)) },
]
