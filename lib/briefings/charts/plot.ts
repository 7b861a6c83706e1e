import { scaleLinear } from 'd3-scale'
import type { Box } from './shapes'

/** Where days (or counted weeks) and scores lie in a picture, in pixels. */
export interface Plot extends Box {
  right: number
  bottom: number
  xOf: (at: number) => number
  yOf: (score: number) => number
  /** The same as `xOf`, but never outside of the plot. */
  within: (at: number) => number
}

/** Of a picture, in pixels of 1/96 inch; the height is the kind's own where it is left out. */
export interface SceneSize {
  width: number
  height?: number
}

/** Room around a plot, in pixels. */
export interface Room {
  top: number
  right: number
  bottom: number
  left: number
}

/** Lays the domains of a chart over what is left of a picture. */
export function plotOf(
  size: { width: number; height: number },
  room: Room,
  domains: { time: readonly [number, number]; score: readonly [number, number] },
): Plot {
  const [right, bottom] = [size.width - room.right, size.height - room.bottom]
  const xOf = scaleLinear().domain(domains.time).range([room.left, right])
  const yOf = scaleLinear().domain(domains.score).range([bottom, room.top])
  return {
    x: room.left,
    y: room.top,
    width: right - room.left,
    height: bottom - room.top,
    right,
    bottom,
    xOf: (at) => xOf(at),
    yOf: (score) => yOf(score),
    within: (at) => Math.min(right, Math.max(room.left, xOf(at))),
  }
}
