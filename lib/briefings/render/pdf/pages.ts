import type { Painter } from './painter'
import { CONTENT_HEIGHT, MARGIN } from './style'

/** A piece of a page that is never broken. Points. */
export interface Unit {
  height: number
  /** Room above, except at the top of a page. */
  before: number
  /** It must not stand at the foot of a page without what follows. */
  keepWithNext?: boolean
  /** It begins a page. */
  opensPage?: boolean
  /** What stands again above it where it begins a page: a table's head. */
  repeats?: Unit
  /** Index of the section that begins with it. */
  opensSection?: number
  /** Draws it with its top at `y`. */
  draw(painter: Painter, y: number): void
}

export interface PlacedUnit {
  unit: Unit
  y: number
}

export type Page = readonly PlacedUnit[]

const heightOf = (units: readonly Unit[]): number =>
  units.reduce((sum, { height, before }, index) => sum + height + (index > 0 ? before : 0), 0)

/** Puts units on pages, one after the other. */
export class Pagination {
  readonly pages: PlacedUnit[][] = [[]]
  #y = 0
  #group: Unit[] = []

  push(unit: Unit): void {
    this.#group.push(unit)
    if (!unit.keepWithNext) this.#placeGroup()
  }

  /** The pages, when all is pushed. */
  finish(): readonly Page[] {
    this.#placeGroup()
    return this.pages
  }

  /** What the open page has room for below all that is pushed so far. */
  get room(): number {
    const [first] = this.#group
    const waiting = first ? (this.#isAtTop ? 0 : first.before) + heightOf(this.#group) : 0
    return CONTENT_HEIGHT - this.#y - waiting
  }

  get #isAtTop(): boolean {
    return this.#y === 0
  }

  #placeGroup(): void {
    const group = this.#group
    this.#group = []
    if (group.length === 0) return
    const [first] = group
    const needed = (this.#isAtTop ? 0 : first.before) + heightOf(group)
    if (!this.#isAtTop && (first.opensPage || this.#y + needed > CONTENT_HEIGHT)) this.#turn(first)
    for (const unit of group) this.#place(unit)
  }

  #turn(next: Unit): void {
    this.pages.push([])
    this.#y = 0
    if (next.repeats) this.#put(next.repeats, 0)
  }

  #place(unit: Unit): void {
    const before = this.#isAtTop ? 0 : unit.before
    // Only a group that is higher than a page is broken here.
    if (!this.#isAtTop && this.#y + before + unit.height > CONTENT_HEIGHT) {
      this.#turn(unit)
      this.#put(unit, 0)
    } else this.#put(unit, before)
  }

  #put(unit: Unit, before: number): void {
    this.pages[this.pages.length - 1].push({ unit, y: MARGIN.top + this.#y + before })
    this.#y += before + unit.height
  }
}
