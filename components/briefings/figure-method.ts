import type { MethodPart } from '@/components/method/contents'
import type { Figure } from '@/lib/briefings/model/figures'

interface Explained {
  /** Section of SCORING.md. */
  formula: string
  /** Ends of ids; any figure of the section where it is left out. */
  of?: RegExp
  part: MethodPart
}

/** Which part of the method page tells of a figure; the first that fits. It has none of what fading leaves, of answers and of signals. */
const EXPLAINED: readonly Explained[] = [
  { formula: '2.2', part: 'parameters' },
  { formula: '2.3', of: /\.(change|size|added|faded|share|part)$/, part: 'changes' },
  { formula: '2.3', of: /\.(contribution|category\.\w+)$/, part: 'contributions' },
  { formula: '2.3', of: /\.(forward|backward|asymmetry|breadth|escalatory|relief)$/, part: 'directions' },
  { formula: '2.3', of: /\.band(\.\w+)?$/, part: 'bands' },
  { formula: '2.3', part: 'score' },
  { formula: '2.6', part: 'weeks' },
  { formula: '2.7', part: 'uncertainty' },
  { formula: '2.10', of: /\.record\.since$/, part: 'records' },
  { formula: '2.11', part: 'uncertainty' },
]

/** Where the method page tells of a figure's formula; its beginning where it has no part of its own for it. */
export function methodPathOf({ id, formula }: Pick<Figure, 'id' | 'formula'>): string {
  const found = EXPLAINED.find((one) => one.formula === formula && (one.of === undefined || one.of.test(id)))
  return found ? `/method#${found.part}` : '/method'
}
