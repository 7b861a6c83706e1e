import { PARTS, type PartName } from '@/components/samples/adjudicate/options'
import type { UnitToResolve } from '@/lib/samples/views'

/** The parts that are chosen, as the form holds them. */
export type Chosen = Record<PartName, string>

/** How the record codes a unit, as the form holds it. */
export const chosenOf = ({ code, date, credibility, confidence }: UnitToResolve['now']): Chosen => ({
  ...{ code, date, confidence },
  credibility: String(credibility),
})

/** The parts in which what is typed differs from what the record says. */
export const touchedParts = (typed: Chosen, base: Chosen): PartName[] =>
  PARTS.map(({ name }) => name).filter((name) => typed[name] !== base[name])

/**
 * What a form shows after the record changed under it: parts that nobody touched follow the record, those that somebody chose
 * stay. `changed` says in words what the record says now.
 */
export function rebased(typed: Chosen, before: Chosen, after: Chosen): { values: Partial<Chosen>; changed: string[] } {
  const moved = PARTS.filter(({ name }) => before[name] !== after[name])
  const followed = moved.filter(({ name }) => typed[name] === before[name])
  return {
    values: Object.fromEntries(followed.map(({ name }) => [name, after[name]])),
    changed: moved.map(({ name, label, text }) => `${label}: ${text(after[name])}, before ${text(before[name])}`),
  }
}
