import { bandsOf } from '@/lib/core/scoring'
import { likelihoodWords } from '@/lib/core/uncertainty'
import type { DyadData } from './dyad-data'
import type { FigureBook } from './figure-book'

/** How sure the last week's score is: both intervals, the share of draws by band with its words, and what confidence rests on. */
export function addLikelihood(book: FigureBook, dyad: DyadData): void {
  const { week, draws, method, confidence, quality, uncovered } = dyad
  const drawn = draws.get(week.weekStart)
  if (!drawn) return
  const formula = '2.7'
  for (const [name, { p05, p50, p95 }] of Object.entries(drawn)) {
    book.add(`${name}.low`, 'score', p05, { formula })
    book.add(`${name}.median`, 'score', p50, { formula })
    book.add(`${name}.high`, 'score', p95, { formula })
  }
  book.add('data.width', 'size', drawn.data.p95 - drawn.data.p05, { formula })
  for (const { name, level } of bandsOf(method.parameters)) {
    const share = drawn.full.atOrAbove[level] ?? null
    const said = share === null ? null : likelihoodWords(share)
    book.add(`atOrAbove.${name}`, 'share', share, { formula })
    book.add(`atOrAbove.${name}.word`, 'word', said?.kind === 'words' ? said.words : null, { formula: '2.11' })
  }
  book.add('confidence', 'word', confidence?.level ?? null, { formula: '2.11' })
  book.add('quality', 'share', quality, { formula: '2.11' })
  book.add('uncovered', 'count', uncovered, { formula: '2.11' })
}
