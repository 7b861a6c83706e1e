import { CATEGORIES, type Category } from '@/lib/core/codebook/categories'
import { type Band, bandOf, displayOf } from '@/lib/core/scoring/bands'
import { CELLS, totalOf } from '@/lib/core/scoring/cells'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { contributionOf, scoreOf } from '@/lib/core/scoring/score'

/** A part of a day: its points, its share of the score, and the score it would make alone (SCORING.md 2.3). */
export interface PartFigures {
  points: number
  contribution: number
  standAlone: number
}

/** Everything that is said about one day of a dyad. */
export interface Figures {
  points: number
  score: number
  display: number
  band: Band
  /** Sum of the positive points (E). */
  escalatory: number
  /** Sum of the sizes of the negative points (D). */
  relief: number
  category: Record<Category, PartFigures>
  direction: { forward: PartFigures; backward: PartFigures }
  /** −1..1; positive when the first code does more to the second than it gets back. */
  asymmetry: number
  /** 1..8, how many categories the pressure is spread over; 0 without any. */
  breadth: number
}

function partOf(points: number, total: number, params: MethodParameters): PartFigures {
  return { points, contribution: contributionOf(points, total, params), standAlone: scoreOf(points, params) }
}

/** (X_forward − X_backward) / (|X_forward| + |X_backward|), 0 when both are 0 (SCORING.md 2.3). */
export function asymmetryOf(forward: number, backward: number): number {
  const size = Math.abs(forward) + Math.abs(backward)
  return size === 0 ? 0 : (forward - backward) / size
}

/** 1 / sum of squared shares among the categories whose net points are positive; 0 if none is (SCORING.md 2.3). */
export function breadthOf(categoryPoints: ArrayLike<number>): number {
  let sum = 0
  let squares = 0
  for (let index = 0; index < categoryPoints.length; index++) {
    const points = Math.max(0, categoryPoints[index])
    sum += points
    squares += points * points
  }
  return squares === 0 ? 0 : (sum * sum) / squares
}

/** The figures of a day from its 32 cells (SCORING.md 2.3). */
export function figuresOf(cells: ArrayLike<number>, params: MethodParameters): Figures {
  const total = totalOf(cells)
  const byCategory = new Float64Array(CATEGORIES.length)
  const byDirection = [0, 0]
  const bySign = [0, 0]
  for (let cell = 0; cell < CELLS; cell++) {
    byCategory[(cell >> 1) % CATEGORIES.length] += cells[cell]
    byDirection[cell < CELLS / 2 ? 0 : 1] += cells[cell]
    bySign[cell & 1] += cells[cell]
  }
  const part = (points: number) => partOf(points, total, params)
  const parts = (category: Category) => part(byCategory[CATEGORIES.indexOf(category)])
  const score = scoreOf(total, params)
  const display = displayOf(score)
  return {
    points: total,
    score,
    display,
    band: bandOf(display, params),
    escalatory: bySign[0],
    relief: Math.abs(bySign[1]),
    category: {
      diplomatic: parts('diplomatic'),
      cultural: parts('cultural'),
      media: parts('media'),
      legal: parts('legal'),
      economic: parts('economic'),
      people: parts('people'),
      security: parts('security'),
      cyber: parts('cyber'),
    },
    direction: { forward: part(byDirection[0]), backward: part(byDirection[1]) },
    asymmetry: asymmetryOf(byDirection[0], byDirection[1]),
    breadth: breadthOf(byCategory),
  }
}
