import { fmix32, uniformFrom } from '@/lib/core/hash/uniform'
import { quantise } from '@/lib/core/scoring/quantum'
import { type DrawPlan, WIDTH } from '@/lib/core/uncertainty/draw-plan'
import type { DrawTables } from '@/lib/core/uncertainty/draw-tables'

// Modules that are bundled one by one read each import through a getter; in these loops that costs more than the work.
const [mix, uniform, exact, width] = [fmix32, uniformFrom, quantise, WIDTH]

/** Room for one draw, to be used for one after the other. */
export interface DrawRoom {
  /** Rows of the incidents that are in the draw. */
  chosen: Int32Array
  /** What enters the hold sum and the fading sum of each asked day and persistence, as `DrawPlan` names them. */
  held: Float64Array
  fading: Float64Array
}

/** Room for draws of a plan. */
export const drawRoomOf = ({ columns, days }: DrawPlan): DrawRoom => ({
  chosen: new Int32Array(columns.length),
  held: new Float64Array((days.length + 1) * width),
  fading: new Float64Array((days.length + 1) * width),
})

/**
 * Points of one draw on every asked day, written to `into` from `offset` on, by the incremental form of SCORING.md 2.4 from
 * asked day to asked day. Every addend is quantised, so that the order of incidents does not matter to the last bit.
 *
 * This is the loop that a simulation spends its time in: it makes no object, lists the incidents without a branch (which are
 * in is a matter of chance, so a processor would guess wrong), and is one function because a compiler that inlined parts of
 * it into the loop over draws would run out of its budget before it came to the hash.
 */
export function drawPoints(
  { columns, days, firstLine, startAt, fadeAt, decayAt }: DrawPlan,
  { points, decay, decayLength }: DrawTables,
  drawState: number,
  { chosen, held, fading }: DrawRoom,
  into: Float64Array,
  offset: number,
): void {
  const { length, includeKey, lastIncluded, rungKey, offBelow, place, dateKey, possibleDays } = columns
  let count = 0
  for (let row = 0; row < length; row++) {
    chosen[count] = row
    count += Number(mix(includeKey[row] ^ drawState) <= lastIncluded[row])
  }
  held.fill(0)
  fading.fill(0)
  for (let at = 0; at < count; at++) {
    const row = chosen[at]
    const hash = mix(rungKey[row] ^ drawState)
    const off = offBelow[row]
    const size = points[place[row] + Number(hash < off) - 2 * Number(hash < off / 2)]
    const possible = possibleDays[row]
    const line = firstLine[row] + (possible > 1 ? Math.floor(uniform(drawState, dateKey[row]) * possible) : 0)
    const start = startAt[line]
    const fade = fadeAt[line]
    if (fade > start) {
      held[start] += size
      held[fade] -= size
    }
    fading[fade] += exact(size * decay[decayAt[line]])
  }
  into.fill(0, offset, offset + days.length)
  for (let slot = 0; slot < width; slot++) {
    let hold = 0
    let sum = 0
    for (let index = 0; index < days.length; index++) {
      const step = index === 0 ? 0 : days[index] - days[index - 1]
      hold += held[index * width + slot]
      sum = sum * decay[slot * decayLength + step] + fading[index * width + slot]
      into[offset + index] += hold + sum
    }
  }
}
