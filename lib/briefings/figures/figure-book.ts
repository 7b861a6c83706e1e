import type { Figure, Figures, FigureUnit } from '@/lib/briefings/model/figures'
import { isoOf, weekIdOf } from '@/lib/core/calendar'

interface FigureMore {
  formula?: string
  incidents?: readonly string[]
}

/** Collects figures under a prefix such as `AZE-RUS`. */
export class FigureBook {
  constructor(
    readonly figures: Figures,
    readonly prefix: string,
  ) {}

  /**
   * @throws Error where a figure of that name is there already: two sentences would speak of different things by one name.
   */
  add(name: string, unit: FigureUnit, value: Figure['value'], { formula, incidents = [] }: FigureMore = {}): void {
    const id = `${this.prefix}.${name}`
    if (Object.hasOwn(this.figures, id)) throw new Error(`figure ${id} is made twice`)
    this.figures[id] = { id, value, unit, formula: formula ?? null, incidents: [...incidents] }
  }

  day(name: string, day: number | null, more?: FigureMore): void {
    this.add(name, 'day', day === null ? null : isoOf(day), more)
  }

  week(name: string, weekStart: number | null, more?: FigureMore): void {
    this.add(name, 'week', weekStart === null ? null : weekIdOf(weekStart), more)
  }
}
