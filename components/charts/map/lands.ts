import { type GeoPermissibleObjects, geoArea, geoCentroid, geoDistance } from 'd3-geo'
import codes from 'i18n-iso-countries/codes.json'
import { feature } from 'topojson-client'
import fine from 'world-atlas/countries-50m.json'
import coarse from 'world-atlas/countries-110m.json'

/*
 * The countries' shapes by Natural Earth, as world-atlas has them: for the server alone, a page gets the paths that it draws.
 */

type Ring = number[][]

/** A country, or an area that no country's code names or that two of them claim. */
export interface Land {
  /** ISO 3166-1 alpha-3; null for a disputed area. */
  code: string | null
  name: string
  shape: GeoPermissibleObjects
  readonly centroid: [number, number]
  /** Angle from the centroid that no point of it lies beyond, in radians. */
  readonly reach: number
}

const alpha3ByNumber = new Map(codes.map(([, alpha3, number]) => [number, alpha3]))

/** Natural Earth draws Crimea as a part of Russia; here it is an area of its own. Corners: west, south, east, north. */
const CRIMEA = [32, 44, 37, 46.5] as const

const isCrimea = ([outer]: Ring[]) =>
  outer.every(([lon, lat]) => lon >= CRIMEA[0] && lat >= CRIMEA[1] && lon <= CRIMEA[2] && lat <= CRIMEA[3])

/** Reach is measured at every so many points, with this many radians for those between them. */
const [SAMPLED, BETWEEN] = [10, 0.03]

/** Where a land is found on a map: the middle of its largest part, not somewhere between its islands. */
function centroidOf(polygons: Ring[][]): [number, number] {
  const areas = polygons.map((coordinates) => geoArea({ type: 'Polygon', coordinates }))
  return geoCentroid({ type: 'Polygon', coordinates: polygons[areas.indexOf(Math.max(...areas))] })
}

function reachOf(centroid: [number, number], polygons: Ring[][]): number {
  const points = polygons.flatMap(([outer]) => outer.filter((_, index) => index % SAMPLED === 0))
  return points.reduce((most, [lon, lat]) => Math.max(most, geoDistance(centroid, [lon, lat])), 0) + BETWEEN
}

/** A land whose measures are taken when they are first asked for: most of the world is never asked. */
function landOf(code: string | null, name: string, polygons: Ring[][]): Land {
  let [centroid, reach]: [[number, number] | undefined, number | undefined] = [undefined, undefined]
  return {
    code,
    name,
    shape: { type: 'MultiPolygon', coordinates: polygons },
    get centroid() {
      centroid ??= centroidOf(polygons)
      return centroid
    },
    get reach() {
      reach ??= reachOf(this.centroid, polygons)
      return reach
    },
  }
}

function landsFrom(topology: typeof coarse): Land[] {
  const { features } = feature(topology, topology.objects.countries)
  const polygonsByCode = new Map<string, { code: string | null; name: string; polygons: Ring[][] }>()
  for (const { id, properties, geometry } of features) {
    const code = alpha3ByNumber.get(String(id)) ?? null
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : []
    const key = code ?? properties.name
    const known = polygonsByCode.get(key)
    // A territory that shares its state's number is drawn with it.
    if (known) known.polygons.push(...polygons)
    else polygonsByCode.set(key, { code, name: properties.name, polygons: [...polygons] })
  }
  const russia = polygonsByCode.get('RUS')
  const crimea = russia?.polygons.filter(isCrimea) ?? []
  if (russia) russia.polygons = russia.polygons.filter((polygon) => !isCrimea(polygon))
  if (crimea.length > 0) polygonsByCode.set('Crimea', { code: null, name: 'Crimea', polygons: crimea })
  return [...polygonsByCode.values()].map(({ code, name, polygons }) => landOf(code, name, polygons))
}

const made: { coarse?: Land[]; fine?: Land[] } = {}

/** The world's lands, coarse for a map of it, fine for a part of it. Made once a process. */
export function landsOf(detail: 'coarse' | 'fine'): readonly Land[] {
  made[detail] ??= landsFrom(detail === 'coarse' ? coarse : fine)
  return made[detail]
}

/** A country by its code, also one too small for a map of the world; undefined for the few that have no shape. */
export const landOfCode = (code: string): Land | undefined => landsOf('fine').find((land) => land.code === code)
