import Link from 'next/link'
import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import type { MapPlace, RelationMapModel } from '@/components/charts/map/relation-map-model'
import type { ChartTable } from '@/lib/charts/table'
import { formatScore } from '@/lib/format'
import { bandColour } from '@/lib/palette'

/** What the map says of one country. */
export interface MapRelation {
  code: string
  name: string
  href: string
  close: number
  band: string
  /** The week was not checked: the figure is older. */
  stale: boolean
}

interface RelationMapProps extends ChartNotes {
  model: RelationMapModel
  own: { code: string; name: string }
  relations: readonly MapRelation[]
  table: ChartTable
}

const titleOf = ({ name, close, band, stale }: MapRelation) =>
  `${name}: ${formatScore(close)} ${band}${stale ? ', not checked since' : ''}`

/** A related country's place: its dot where its shape cannot be seen, and its code. */
function Place({ place, relation }: { place: MapPlace; relation: MapRelation | undefined }) {
  const { x, y, small, labelled, code } = place
  return (
    <g pointerEvents="none">
      {small && (
        <circle
          cx={x}
          cy={y}
          r={6}
          fill={relation ? bandColour(relation.band).css : 'var(--ink)'}
          stroke="var(--ink)"
          strokeWidth={1.25}
          strokeDasharray={relation?.stale ? '2 2' : undefined}
        />
      )}
      {labelled && (
        <text
          x={x}
          y={small ? y - 11 : y}
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={12}
          fontWeight={600}
          fill="var(--ink)"
          stroke="var(--ground-raised)"
          strokeWidth={3.5}
          paintOrder="stroke"
        >
          {code}
        </text>
      )}
    </g>
  )
}

/**
 * A country and those that it has a dyad with, coloured by band, drawn on the server. It says nothing that the table beside it
 * does not say; disputed areas are dotted and belong to nobody here.
 */
export function RelationMap({ model, own, relations, table, ...notes }: RelationMapProps) {
  const { width, height, areas, places } = model
  const byCode = new Map(relations.map((relation) => [relation.code, relation]))
  const disputed = areas.filter(({ code }) => code === null).map(({ name }) => name)
  return (
    <ChartFrame {...notes} title="On the map" summary={relations.map(titleOf).join('; ')} table={table}>
      <svg data-chart="" viewBox={`0 0 ${width} ${height}`} className="block h-auto w-full">
        <title>{`Countries that ${own.name} has a dyad with, by band`}</title>
        <defs>
          <pattern id="map-disputed" width={4} height={4} patternUnits="userSpaceOnUse">
            <rect width={4} height={4} fill="var(--ground-sunken)" />
            <circle cx={2} cy={2} r={0.8} fill="var(--ink-muted)" />
          </pattern>
          <pattern id="map-stale" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width={6} height={6} fill="var(--ground-sunken)" />
            <line x1={0} x2={0} y1={0} y2={6} stroke="var(--hatch)" strokeWidth={2.4} />
          </pattern>
        </defs>
        <g stroke="var(--line-strong)" strokeWidth={0.5} strokeLinejoin="round">
          {areas.map(({ code, name, path }) => {
            const relation = code === null ? undefined : byCode.get(code)
            if (!relation) {
              const fill =
                code === null ? 'url(#map-disputed)' : code === own.code ? 'var(--ink)' : 'var(--ground-sunken)'
              return (
                <path key={name} d={path} fill={fill}>
                  <title>{code === null ? `${name}: disputed` : name}</title>
                </path>
              )
            }
            return (
              <Link key={name} href={relation.href} prefetch={false} tabIndex={-1} aria-hidden="true">
                <path d={path} fill={relation.stale ? 'url(#map-stale)' : bandColour(relation.band).css}>
                  <title>{titleOf(relation)}</title>
                </path>
              </Link>
            )
          })}
        </g>
        {[...places].reverse().map((place) => (
          <Place key={place.code} place={place} relation={byCode.get(place.code)} />
        ))}
      </svg>
      <p className="mt-2 text-xs text-muted">
        Plain ink: {own.name}. Hatched: not checked. A dot stands for a country too small to see.
        {disputed.length > 0 && ` Dotted: disputed (${disputed.join(', ')}), shown as nobody’s.`}
        {model.missing.length > 0 && ` Without a shape, in the table alone: ${model.missing.join(', ')}.`} Shapes:
        Natural Earth.
      </p>
    </ChartFrame>
  )
}
