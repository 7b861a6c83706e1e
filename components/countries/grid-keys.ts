/** A place in the grid: a row, and a column, where −1 is the row's name. */
export interface GridPlace {
  row: number
  column: number
}

const PAGE = 5

/** Where a key leads from a place in a grid of `size` rows and columns; undefined for a key that moves nothing. */
export function moveIn(size: number, { row, column }: GridPlace, key: string, control: boolean): GridPlace | undefined {
  const last = size - 1
  const target = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - PAGE, column },
    PageDown: { row: row + PAGE, column },
    Home: { row: control ? 0 : row, column: -1 },
    End: { row: control ? last : row, column: last },
  }[key]
  if (!target) return undefined
  const within = (value: number, low: number) => Math.min(last, Math.max(low, value))
  return { row: within(target.row, 0), column: within(target.column, -1) }
}
