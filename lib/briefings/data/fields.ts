import { isoOf } from '@/lib/core/calendar'
import type { Column, DataCell, DataType } from './table'

/*
 * Columns of fields: each stands in its item under its own key. A column is named after the key unless it has another name.
 */

/** A field that is as it stands. */
export const field = <Key extends string>(
  key: Key,
  type: DataType,
  description: string,
  name: string = key,
): Column<{ item: Readonly<Record<Key, DataCell>> }> => ({
  name,
  type,
  description,
  at: `/${key}`,
  value: ({ item }) => item[key],
})

/** A field that is a day since 1970-01-01. */
export const dayField = <Key extends string>(
  key: Key,
  description: string,
  name: string = key,
): Column<{ item: Readonly<Record<Key, number | null>> }> => ({
  name,
  type: 'date',
  description,
  at: `/${key}`,
  value: ({ item: { [key]: day } }) => (day === null ? null : isoOf(day)),
})
