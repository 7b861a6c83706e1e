import type { Block, Sentence } from '@/lib/briefings/model/document'
import { bandsOf } from '@/lib/core/scoring'
import type { DyadWriter } from './dyad-writer'

/** How likely the score's own band is, given coding and method; in a number where ICD 203 has no words for it. */
export function likelihoodSentence(dyad: DyadWriter, part: string): Sentence[] {
  const band = dyad.data.week.figures.band.name
  if (!dyad.has(`atOrAbove.${band}`)) return []
  const args = { band: dyad.fig('band'), share: dyad.fig(`atOrAbove.${band}`), draws: { figure: 'briefing.draws' } }
  const word = `atOrAbove.${band}.word`
  return dyad.has(word)
    ? [dyad.say(`${part}.likelihood`, 'certainty.likelihood', { ...args, word: dyad.fig(word) })]
    : [dyad.say(`${part}.likelihood`, 'certainty.likelihoodNumber', args)]
}

function confidenceSentences(dyad: DyadWriter): Sentence[] {
  if (!dyad.has('confidence')) return []
  const quality = dyad.has('quality')
    ? dyad.say('certainty.quality', 'certainty.quality', { quality: dyad.fig('quality') })
    : dyad.say('certainty.quality', 'certainty.noPoints')
  return [
    dyad.say('certainty.confidence', 'certainty.confidence', { level: dyad.fig('confidence') }),
    quality,
    dyad.say('certainty.width', 'certainty.width', { width: dyad.fig('data.width') }),
    dyad.say('certainty.coverage', 'certainty.coverage', { uncovered: dyad.fig('uncovered') }),
  ]
}

/** Weakly sourced incidents that are named. */
const MOST_WEAK = 5

/** How sure the last week's figure is: likelihood by band, both intervals, confidence with what it rests on, and what is weakly sourced. */
export function certaintyBlocks(dyad: DyadWriter): Block[] {
  const { data } = dyad
  const span = (name: string) => ({ low: dyad.fig(`${name}.low`), high: dyad.fig(`${name}.high`) })
  const drawn = dyad.has('data.low')
    ? [
        dyad.say('certainty.data', 'certainty.data', span('data')),
        dyad.say('certainty.full', 'certainty.full', span('full')),
      ]
    : []
  const weak = data.weak.slice(0, MOST_WEAK).map((id) => [dyad.sayOf(id, 'certainty.weak', 'certainty.weak')])
  const blocks: Block[] = [
    { kind: 'paragraph', sentences: [...likelihoodSentence(dyad, 'certainty'), ...drawn] },
    {
      kind: 'paragraph',
      sentences: [...confidenceSentences(dyad), dyad.say('certainty.statement', 'certainty.statement')],
    },
  ]
  if (dyad.has('data.low')) blocks.push(bandTable(dyad))
  if (weak.length > 0) blocks.push({ kind: 'list', ordered: false, items: weak })
  return blocks
}

function bandTable(dyad: DyadWriter): Block {
  const bands = bandsOf(dyad.data.method.parameters).filter(({ level }) => level > 0)
  return {
    kind: 'table',
    table: {
      caption: `${dyad.label('likelihood')}: ${dyad.name}`,
      columns: [
        { label: dyad.label('band'), align: 'left', width: 0.4 },
        { label: dyad.label('share'), align: 'right', width: 0.25 },
        { label: dyad.label('likelihood'), align: 'left', width: 0.35 },
      ],
      rows: bands
        .toReversed()
        .map(({ name }) => [
          { runs: [{ text: dyad.band(name) }], band: name },
          dyad.cell(`atOrAbove.${name}`),
          dyad.cell(`atOrAbove.${name}.word`),
        ]),
    },
  }
}
