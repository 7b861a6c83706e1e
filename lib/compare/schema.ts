import { isDyadId } from '@/lib/core/dyad'

/** Dyads that are compared at once: more lines than that nobody can tell apart. */
export const MOST_COMPARED = 8

/** How far the charts reach, in weeks: back from the last covered one, or to each side of week 0. */
export const COMPARE_RANGES = ['26', '52', '104', 'all'] as const
export type CompareRange = (typeof COMPARE_RANGES)[number]

/** An incident as the address names it. */
export interface IncidentKey {
  dyadId: string
  id: string
}

/** By the calendar; by the weeks since each dyad's peak; or by the weeks since an incident, at most one of a dyad. */
export type Alignment = { by: 'calendar' } | { by: 'peak' } | { by: 'incident'; incidents: IncidentKey[] }

/** What the address of a comparison says. */
export interface CompareAsk {
  dyadIds: string[]
  align: Alignment
  range: CompareRange
  /** Dyads beyond the first eight, which are not shown. */
  dropped: string[]
}

type Raw = Record<string, string | string[] | undefined>

const INCIDENT = /^([A-Z]{3}-[A-Z]{3})\/([\w.-]{1,80})$/

const partsOf = (value: string | string[] | undefined): string[] =>
  [value ?? []]
    .flat()
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '')

const once = (texts: string[]): string[] => [...new Set(texts)]

function readAlign(value: string | string[] | undefined, dyadIds: readonly string[]): Alignment {
  const parts = partsOf(value)
  if (parts[0] === 'peak') return { by: 'peak' }
  const named = parts.flatMap((part): IncidentKey[] => {
    const [, dyadId, id] = INCIDENT.exec(part) ?? []
    return dyadId !== undefined && dyadIds.includes(dyadId) ? [{ dyadId, id }] : []
  })
  const byDyad = new Map(named.map((key) => [key.dyadId, key]))
  return byDyad.size === 0 ? { by: 'calendar' } : { by: 'incident', incidents: [...byDyad.values()] }
}

/**
 * Reads a comparison from an address: `dyads=AZE-RUS,ARM-AZE` (also repeated, as a form sends it), `align=calendar`, `peak` or
 * `DYAD/INCIDENT` (several, one a dyad), `range`. What cannot be read is as if it were not there.
 */
export function readCompare(raw: Raw): CompareAsk {
  const asked = once(partsOf(raw.dyads).filter(isDyadId))
  const dyadIds = asked.slice(0, MOST_COMPARED)
  const range = COMPARE_RANGES.find((choice) => choice === [raw.range].flat()[0]) ?? '52'
  return { dyadIds, align: readAlign(raw.align, dyadIds), range, dropped: asked.slice(MOST_COMPARED) }
}

/** What the grid shows in a cell: the dyad's close, or the part of it that the row's country makes. */
export type GridFigure = 'close' | 'direction'

/** What the address of the grid of countries says. */
export interface GridAsk {
  week: string | undefined
  figure: GridFigure
  /** From 1. */
  page: number
  /** Only this country and those it has a dyad with. */
  with: string | undefined
}

const first = (value: string | string[] | undefined) => [value].flat()[0]

/** Reads the grid of countries from an address; what cannot be read is as if it were not there. */
export function readGrid(raw: Raw): GridAsk {
  const page = Number(first(raw.page))
  const country = first(raw.with)
  return {
    week: first(raw.week),
    figure: first(raw.figure) === 'direction' ? 'direction' : 'close',
    page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1,
    with: country !== undefined && /^[A-Z]{3}$/.test(country) ? country : undefined,
  }
}
