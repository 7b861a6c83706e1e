'use client'

import Link from 'next/link'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { countryPath } from '@/components/countries/country-path'
import { type GridPlace, moveIn } from '@/components/countries/grid-keys'
import { cellLook, mostOf } from '@/components/countries/grid-look'
import { dyadWeekPath } from '@/components/dyads/dyad-address'
import type { OverviewReading } from '@/components/overview/overview-path'
import { classes } from '@/components/ui/classes'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { GridCell, GridView } from '@/lib/compare/views'
import { weekIdOf } from '@/lib/core/calendar'
import { countryName } from '@/lib/countries'
import { formatScore } from '@/lib/format'

interface CountryHeatmapProps {
  view: Pick<GridView, 'weekStart' | 'countries' | 'cells' | 'figure' | 'asOf'>
  reading: OverviewReading
}

/** A cell in words. */
function wordsOf(
  { row, column, figure: value, band, covered, shownWeek }: GridCell,
  figure: GridView['figure'],
): string {
  const [from, to] = [countryName(row), countryName(column)]
  const said =
    figure === 'close'
      ? `${from} – ${to}: ${formatScore(value)}, ${band}`
      : `${from} towards ${to} adds ${formatScore(value)}`
  return covered ? said : `${said}; not checked since ${weekIdOf(shownWeek + 7)}`
}

const CAPTION = {
  close: 'Closes of dyads, countries by countries',
  direction: 'Who does what to whom: rows act, columns are acted upon',
}

/** A table whose cells are walked through is a grid (ARIA Authoring Practices). */
const GRID = { role: 'grid' } as const

/**
 * Countries × countries as a heat map. One stop of the Tab key; arrows, Home, End and Page keys move through the cells, Enter opens
 * the dyad of a cell, or the country of a row.
 */
export function CountryHeatmap({ view, reading }: CountryHeatmapProps) {
  const { countries, cells, figure, weekStart, asOf } = view
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: -1 })
  const [read, setRead] = useState<string | null>(null)
  const byPlace = useMemo(() => new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell])), [cells])
  const most = mostOf(cells)
  const current = {
    row: Math.min(place.row, countries.length - 1),
    column: Math.min(place.column, countries.length - 1),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = moveIn(countries.length, current, event.key, event.ctrlKey || event.metaKey)
    if (!target) return
    event.preventDefault()
    setPlace(target)
    table.current?.querySelector<HTMLElement>(`[data-place="${target.row},${target.column}"]`)?.focus()
  }
  /** What every place of the grid has: one of them is the stop of the Tab key, and focus or pointer read it out. */
  const stop = (row: number, column: number, words: string | null) => ({
    'data-place': `${row},${column}`,
    tabIndex: current.row === row && current.column === column ? 0 : -1,
    onFocus: () => {
      setPlace({ row, column })
      setRead(words)
    },
    onMouseEnter: () => setRead(words),
  })
  return (
    <>
      <ScrollRegion label={CAPTION[figure]} tall>
        <table
          ref={table}
          {...GRID}
          onKeyDown={onKeyDown}
          className="border-collapse text-xs tabular-nums print:text-[5.5pt]"
        >
          <caption className="sr-only">{CAPTION[figure]}</caption>
          <thead className="sticky top-0 z-20 bg-raised">
            <tr>
              <th scope="col" className="sticky left-0 z-10 bg-raised px-2 text-left font-medium text-muted">
                {figure === 'close' ? <span className="sr-only">Country</span> : 'acts ↓ on →'}
              </th>
              {countries.map((code) => (
                <th
                  key={code}
                  scope="col"
                  title={countryName(code)}
                  className="h-8 min-w-11 font-medium text-muted print:min-w-0"
                >
                  {code}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {countries.map((rowCode, row) => (
              <tr key={rowCode}>
                <th
                  scope="row"
                  className="sticky left-0 z-10 max-w-40 bg-raised pr-2 text-left font-medium whitespace-nowrap"
                >
                  <Link
                    href={countryPath(rowCode, weekStart, reading)}
                    prefetch={false}
                    className="flex h-8 items-center truncate px-2 hover:underline"
                    {...stop(row, -1, countryName(rowCode))}
                  >
                    <span className="hidden truncate sm:inline">{countryName(rowCode)}</span>
                    <span className="sm:hidden">
                      <span aria-hidden="true">{rowCode}</span>
                      <span className="sr-only">{countryName(rowCode)}</span>
                    </span>
                  </Link>
                </th>
                {countries.map((columnCode, column) => {
                  const cell = byPlace.get(`${rowCode}/${columnCode}`)
                  if (!cell) {
                    return (
                      <td
                        key={columnCode}
                        className={classes(
                          'h-8 border border-line text-center text-faint',
                          row === column && 'bg-sunken',
                        )}
                        {...stop(
                          row,
                          column,
                          row === column
                            ? null
                            : `${countryName(rowCode)} – ${countryName(columnCode)}: nothing on record`,
                        )}
                      >
                        <span className="sr-only">{row === column ? 'the same country' : 'nothing on record'}</span>
                      </td>
                    )
                  }
                  const words = wordsOf(cell, figure)
                  return (
                    <td key={columnCode} className={classes('border border-line p-0', !cell.covered && 'hatched')}>
                      <Link
                        href={dyadWeekPath(cell.dyadId, cell.shownWeek, asOf)}
                        prefetch={false}
                        aria-label={words}
                        className={classes(
                          'flex h-8 items-center justify-center focus-visible:relative focus-visible:z-10 focus-visible:outline-offset-0',
                          !cell.covered && 'italic',
                        )}
                        style={cellLook(cell, figure, most)}
                        {...stop(row, column, words)}
                      >
                        <span className={cell.covered ? undefined : 'rounded bg-raised px-0.5'}>
                          {formatScore(cell.figure)}
                        </span>
                      </Link>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p aria-hidden="true" className="mt-2 min-h-5 text-sm" data-print="hide">
        {read ?? <span className="text-muted">Arrow keys move through the cells, Enter opens a dyad.</span>}
      </p>
    </>
  )
}
