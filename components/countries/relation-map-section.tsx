import { RelationMap } from '@/components/charts/map/relation-map'
import { relationMapModel } from '@/components/charts/map/relation-map-model'
import { momentWords } from '@/components/dyads/as-of/moment-words'
import { dyadWeekPath } from '@/components/dyads/dyad-address'
import type { ChartTable } from '@/lib/charts/table'
import type { CountryView, RelationView } from '@/lib/compare/views'
import { weekIdOf } from '@/lib/core/calendar'
import { countryName } from '@/lib/countries'
import { formatPlural } from '@/lib/format'

const rowOf = ({ other, dyadId, shownWeek, close, band, change, out, ...relation }: RelationView) => [
  countryName(other),
  dyadId,
  weekIdOf(shownWeek),
  close,
  band,
  relation.notCheckedSince === null ? change : null,
  out,
  relation.in,
  relation.notCheckedSince === null ? 'covered' : 'not checked',
]

/** The country's dyads as the map's table and file. */
function tableOf({ code, relations }: CountryView): ChartTable {
  return {
    caption: `Dyads of ${countryName(code)}`,
    columns: [
      { label: 'With', format: 'text' },
      { label: 'Dyad', format: 'text' },
      { label: 'Week', format: 'text' },
      { label: 'Close', format: 'score' },
      { label: 'Band', format: 'text' },
      { label: 'Change', format: 'signed' },
      { label: `${code} to other`, format: 'score' },
      { label: `Other to ${code}`, format: 'score' },
      { label: 'Coverage', format: 'text' },
    ],
    rows: relations.map(rowOf),
  }
}

/** The map of a country's relations; nothing where the atlas has no shape of it. */
export function RelationMapSection({ view }: { view: CountryView }) {
  const { code, relations, weekStart, asOf } = view
  const model = relationMapModel(
    code,
    relations.map(({ other }) => other),
  )
  if (!model) return <p className="p-4 text-sm text-muted">The map has no shape of {countryName(code)}.</p>
  const week = weekIdOf(weekStart)
  const known = asOf ? ` · as known on ${momentWords(asOf.at)}` : ''
  return (
    <RelationMap
      model={model}
      own={{ code, name: countryName(code) }}
      relations={relations.map((relation) => ({
        code: relation.other,
        name: countryName(relation.other),
        href: dyadWeekPath(relation.dyadId, relation.shownWeek, asOf),
        close: relation.close,
        band: relation.band,
        stale: relation.notCheckedSince !== null,
      }))}
      table={tableOf(view)}
      reading={`${formatPlural(relations.length, 'dyad')} by the band of the close, ${week}.`}
      subject={countryName(code)}
      source={`Dyadwatch · ${code} · ${week}${known}`}
      fileName={`${code}-relations-${week}`}
    />
  )
}
