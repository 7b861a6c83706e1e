import type { BriefingData } from '@/lib/briefings/figures/briefing-data'
import { wayOf } from '@/lib/briefings/figures/dyad-parts'
import type { Block, Run } from '@/lib/briefings/model/document'
import { figureText } from '@/lib/briefings/text/figure-text'
import type { Writer } from '@/lib/briefings/text/writer'
import { bandsOf } from '@/lib/core/scoring'
import { comparePicture } from './charts'
import type { DyadWriter } from './dyad-writer'

const plain = (text: string): Run => ({ text })

/** The dyads of a round-up in one table, the highest first. */
export function standingBlocks(writer: Writer, dyads: readonly DyadWriter[]): Block[] {
  const brief = (name: string) => ({ figure: `briefing.${name}` })
  const args = { count: brief('dyads'), up: brief('up'), down: brief('down'), week: brief('week') }
  const lead = writer.sentence('standing.lead', 'bluf.roundUp', { ...args, unchecked: brief('unchecked') })
  const { labels } = writer.pack
  const ordered = dyads.toSorted((a, b) => b.data.week.close - a.data.week.close)
  const rows = ordered.map((dyad) => {
    const { data } = dyad
    if (data.week.coverage === 'not_checked')
      return [
        { runs: [plain(dyad.name)] },
        { runs: [plain(labels.notChecked)] },
        { runs: [] },
        { runs: [] },
        { runs: [] },
      ]
    const strongest = (wayOf(data.ofWeek.change) === 'down' ? data.ofWeek.down : data.ofWeek.up).find(
      ({ id, fresh }) => fresh && data.byId.has(id),
    )
    const driver = strongest ? [dyad.title(strongest.id), ...dyad.noteRuns(strongest.id)] : []
    return [
      { runs: [plain(dyad.name)] },
      dyad.cell('close'),
      dyad.bandCell('band'),
      dyad.cell('week.change'),
      { runs: driver },
    ]
  })
  const columns = [
    { label: labels.dyad, align: 'left' as const, width: 0.26 },
    { label: labels.close, align: 'right' as const, width: 0.12 },
    { label: labels.band, align: 'left' as const, width: 0.14 },
    { label: labels.change, align: 'right' as const, width: 0.13 },
    { label: labels.driver, align: 'left' as const, width: 0.35 },
  ]
  return [
    { kind: 'paragraph', sentences: [lead] },
    { kind: 'table', table: { caption: writer.pack.sections.standing, columns, rows } },
  ]
}

/** Several dyads side by side: their lines, and what each did over the time. */
export function compareBlocks(writer: Writer, dyads: readonly DyadWriter[]): Block[] {
  if (dyads.length < 2) return []
  const brief = (name: string) => ({ figure: `briefing.${name}` })
  const span = { count: brief('dyads'), from: brief('from'), week: brief('week') }
  const { labels, sections } = writer.pack
  const methods = new Set(dyads.map(({ data }) => data.method.id))
  const picture = comparePicture(dyads, {
    title: sections.compare,
    reading: writer.text('compare.reading'),
    alt: writer.text('compare.alt', span),
    source: writer.text('chartSource', {
      dyad: plain(dyads.map(({ data }) => data.dyadId).join(', ')),
      method: plain([...methods].join(', ')),
    }),
  })
  const differ = methods.size > 1 ? [writer.sentence('compare.methods', 'compare.methods')] : []
  const columns = [
    { label: labels.dyad, align: 'left' as const, width: 0.32 },
    { label: labels.before, align: 'right' as const, width: 0.13 },
    { label: labels.after, align: 'right' as const, width: 0.13 },
    { label: labels.band, align: 'left' as const, width: 0.16 },
    { label: labels.change, align: 'right' as const, width: 0.13 },
    { label: labels.peak, align: 'right' as const, width: 0.13 },
  ]
  const rows = dyads.map((dyad) => [
    { runs: [plain(dyad.name)] },
    dyad.cell('period.before'),
    dyad.cell('close'),
    dyad.bandCell('band'),
    dyad.cell('period.change'),
    dyad.cell('peak'),
  ])
  return [
    { kind: 'paragraph', sentences: [writer.sentence('compare.lead', 'compare.lead', span), ...differ] },
    { kind: 'chart', picture },
    { kind: 'table', table: { caption: sections.compare, columns, rows } },
  ]
}

/** By what method, with which parameters, and how to make the numbers again. */
export function methodBlocks(writer: Writer, { evidence }: BriefingData): Block[] {
  const methods = Object.values(evidence.methods)
  const draws = writer.sentence('method.draws', 'method.draws', {
    draws: { figure: 'briefing.draws' },
    seed: { figure: 'briefing.seed' },
  })
  const after = [draws, writer.sentence('method.icd', 'method.icd'), writer.sentence('method.verify', 'method.verify')]
  return [
    ...methods.flatMap((method): Block[] => {
      const fig = (name: string) => ({ figure: `method.${method.id}.${name}` })
      const halfLives = { short: fig('halfLife.short'), medium: fig('halfLife.medium'), long: fig('halfLife.long') }
      const score = { base: fig('base'), anchor: fig('anchor'), ...halfLives }
      const bands = bandsOf(method.parameters).map(({ name }): Run[] => [
        plain(`${figureText({ value: name, unit: 'band' }, writer.pack)}: ${writer.pack.labels.from} `),
        writer.figure(fig(`band.${name}`).figure),
      ])
      const key = `method.${method.id}`
      return [
        {
          kind: 'paragraph',
          sentences: [
            writer.sentence(`${key}.version`, 'method.version', { method: fig('id'), hash: fig('hash') }),
            writer.sentence(`${key}.score`, 'method.score', score),
          ],
        },
        {
          kind: 'list',
          ordered: false,
          items: bands.map((runs, index) => [writer.sentenceOf(`${key}.band.${index}`, runs)]),
        },
      ]
    }),
    { kind: 'paragraph', sentences: after },
  ]
}
