import { type GeoContext, type GeoProjection, geoDistance, geoNaturalEarth1, geoPath } from 'd3-geo'
import { type Land, landOfCode, landsOf } from '@/components/charts/map/lands'

/** A country of the map as it is to be drawn. */
export interface MapArea {
  code: string | null
  name: string
  path: string
}

/** A country's place, for its dot and its label. `small`: its shape is too small to see, so the dot stands for it. */
export interface MapPlace {
  code: string
  x: number
  y: number
  small: boolean
  labelled: boolean
}

export interface RelationMapModel {
  width: number
  height: number
  areas: MapArea[]
  places: MapPlace[]
  /** Codes that have no shape in the atlas, and so are in the table alone. */
  missing: string[]
}

const [WIDTH, HEIGHT] = [760, 460]
const MARGIN = 46
/** From this scale on a map shows a part of the world, which the coarse shapes are too rough for. */
const FINE_FROM = 700
/** Points nearer than this to the last one are left out, in pixels. */
const THIN = 1.3
const LEAST_POINTS = 4
/** An area smaller than this gets a dot, in square pixels. */
const SMALL = 90
/** Degrees around the country that the map shows at least, to each side. */
const LEAST_SPAN = [9, 5.5] as const

/** Collects a path and leaves out what nobody could see: points too near to the last one, and islands of less than four points. */
function thinPath(): GeoContext & { text: () => string } {
  const rings: string[] = []
  let ring: string[] = []
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  const put = (letter: string, x: number, y: number) => {
    ring.push(`${letter}${x.toFixed(1)},${y.toFixed(1)}`)
    ;[lastX, lastY] = [x, y]
  }
  return {
    beginPath: () => undefined,
    moveTo: (x, y) => {
      ring = []
      put('M', x, y)
    },
    lineTo: (x, y) => {
      if (Math.hypot(x - lastX, y - lastY) >= THIN) put('L', x, y)
    },
    closePath: () => {
      if (ring.length >= LEAST_POINTS) rings.push(`${ring.join('')}Z`)
    },
    arc: () => undefined,
    text: () => rings.join(''),
  }
}

/** The projection that shows a country in the middle, and it and some others as large as they fit. */
function projectionFor(own: Land, others: readonly Land[]): GeoProjection {
  const [lon, lat] = own.centroid
  const [east, north] = LEAST_SPAN
  const around = [-1, 1].flatMap((x) => [-1, 1].map((y): [number, number] => [lon + x * east, lat + y * north]))
  const coordinates = [...around, ...others.map(({ centroid }) => centroid)]
  const extent: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [WIDTH - MARGIN, HEIGHT - MARGIN],
  ]
  return geoNaturalEarth1()
    .rotate([-lon, 0])
    .fitExtent(extent, { type: 'MultiPoint', coordinates })
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ])
}

/** Whether a land can be in sight: not further from the map's middle than both reach together. */
const isNear = (land: Land, { middle, reach }: ReturnType<typeof viewOf>): boolean =>
  reach >= Math.PI || geoDistance(land.centroid, middle) <= land.reach + reach

/** The middle of the map in degrees, and the angle from it to the furthest corner; everything where a corner is off the globe. */
function viewOf(projection: GeoProjection): { middle: [number, number]; reach: number } {
  const middle = projection.invert?.([WIDTH / 2, HEIGHT / 2]) ?? [0, 0]
  const corners = [0, WIDTH].flatMap((x) => [0, HEIGHT].map((y) => projection.invert?.([x, y])))
  const reach = corners.reduce((most, corner) => {
    const [lon, lat] = corner ?? [Number.NaN, Number.NaN]
    const onGlobe = Math.abs(lat) <= 90 && Number.isFinite(lon)
    return onGlobe ? Math.max(most, geoDistance(middle, [lon, lat])) : Math.PI
  }, 0)
  return { middle, reach: projection.scale() < FINE_FROM ? Math.PI : reach }
}

const LABEL = { width: 30, height: 14 } as const

/** Marks the places whose label has room beside those before it. */
function labelled(places: MapPlace[]): MapPlace[] {
  const taken: MapPlace[] = []
  return places.map((place) => {
    const clear = taken.every(
      ({ x, y }) => Math.abs(x - place.x) >= LABEL.width || Math.abs(y - place.y) >= LABEL.height,
    )
    if (clear) taken.push(place)
    return { ...place, labelled: clear }
  })
}

/**
 * The map of a country and those that it has a dyad with, the most important first: labels give way in that order. Null for a
 * country that the atlas has no shape of. Costs the points of the lands in sight.
 */
export function relationMapModel(code: string, others: readonly string[]): RelationMapModel | null {
  const own = landOfCode(code)
  if (!own) return null
  const found = others.flatMap((other) => landOfCode(other) ?? [])
  const projection = projectionFor(own, found)
  const detail = projection.scale() >= FINE_FROM ? 'fine' : 'coarse'
  const lands = landsOf(detail)
  const view = viewOf(projection)
  const measure = geoPath(projection)
  const areas = lands
    .filter((land) => isNear(land, view))
    .flatMap((land): MapArea[] => {
      const context = thinPath()
      geoPath(projection, context)(land.shape)
      const path = context.text()
      return path === '' ? [] : [{ code: land.code, name: land.name, path }]
    })
  const places = [own, ...found].flatMap((land): MapPlace[] => {
    const at = projection(land.centroid)
    if (!at || land.code === null) return []
    const drawn = lands.find((candidate) => candidate.code === land.code)
    const small = !drawn || measure.area(drawn.shape) < SMALL
    return [{ code: land.code, x: at[0], y: at[1], small, labelled: false }]
  })
  return {
    width: WIDTH,
    height: HEIGHT,
    areas,
    places: labelled(places),
    missing: others.filter((other) => landOfCode(other) === undefined),
  }
}
