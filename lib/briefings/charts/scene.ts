/**
 * A chart as a list of shapes: what every document draws, as SVG, in a PDF or as a picture. Pixels of 1/96 inch, y downwards; colours as
 * `#rrggbb`. The first items lie behind.
 */
export interface Scene {
  width: number
  height: number
  items: SceneItem[]
}

export type SceneItem = SceneRect | SceneLine | ScenePath | SceneText

interface Named {
  /** What it stands for, such as `line:covered` or `band:Crisis`: for tests that compare it with the screen. */
  name?: string
  opacity?: number
}

export interface SceneRect extends Named {
  kind: 'rect'
  x: number
  y: number
  width: number
  height: number
  fill: string | 'none'
  stroke?: string
  strokeWidth?: number
}

export interface SceneLine extends Named {
  kind: 'line'
  x1: number
  y1: number
  x2: number
  y2: number
  stroke: string
  strokeWidth: number
  dash?: readonly number[]
}

export interface ScenePath extends Named {
  kind: 'path'
  /** SVG path data. */
  d: string
  fill: string | 'none'
  stroke?: string
  strokeWidth?: number
  dash?: readonly number[]
}

export interface SceneText extends Named {
  kind: 'text'
  x: number
  /** Of the base line. */
  y: number
  text: string
  size: number
  anchor: 'start' | 'middle' | 'end'
  weight: 400 | 600
  fill: string
}
