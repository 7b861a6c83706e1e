import { sentencesAt } from '@/lib/briefings/data/sentences-at'
import type { BriefingDocument, DocumentSection, Run } from '@/lib/briefings/model/document'
import type { Figures } from '@/lib/briefings/model/figures'
import type { SectionKey } from '@/lib/briefings/model/terms'
import { figureText } from '@/lib/briefings/text/figure-text'
import { PACKS } from '@/lib/briefings/text/writer'
import { canonicalJson } from '@/lib/core/canonical-json'
import { type Findings, instead } from './findings'
import { jsonDifferences } from './json-differences'

export const DOCUMENT = 'document.json'

interface RunAt {
  run: Run
  at: string
}

const listAt = (runs: readonly Run[], at: string): RunAt[] => runs.map((run, index) => ({ run, at: `${at}/${index}` }))

/** The runs of a document's tables and key figures. */
const otherRuns = ({ sections }: BriefingDocument): RunAt[] =>
  sections.flatMap(({ blocks }, part) =>
    blocks.flatMap((block, index) => {
      const base = `/sections/${part}/blocks/${index}`
      if (block.kind === 'figures')
        return block.items.flatMap(({ value, note }, place) => [
          ...listAt(value, `${base}/items/${place}/value`),
          ...listAt(note, `${base}/items/${place}/note`),
        ])
      if (block.kind !== 'table') return []
      return block.table.rows.flatMap((row, at) =>
        row.flatMap(({ runs }, cell) => listAt(runs, `${base}/table/rows/${at}/${cell}/runs`)),
      )
    }),
  )

/** Every run of a document, and those that the rules would have written in the place of an edited sentence. */
const runsAt = (document: BriefingDocument): RunAt[] => [
  ...sentencesAt(document).flatMap(({ sentence: { runs, by }, at }) => [
    ...listAt(runs, `${at}/runs`),
    ...(by.kind === 'edited' ? listAt(by.rules, `${at}/by/rules`) : []),
  ]),
  ...otherRuns(document),
]

/**
 * Whether each figure in a document's text says what the figure says, and each sentence names figures that there are.
 * @returns how many figures were read in the text.
 */
export function checkFiguresInText(document: BriefingDocument, figures: Figures, found: Findings): number {
  const pack = PACKS[document.language]
  let count = 0
  for (const { run, at } of runsAt(document)) {
    if (run.figure === undefined) continue
    count++
    const figure = Object.hasOwn(figures, run.figure) ? figures[run.figure] : undefined
    if (!figure) found.add(DOCUMENT, `${at}/figure`, `there is no figure ${run.figure}`)
    else if (figureText(figure, pack) !== run.text)
      found.add(DOCUMENT, `${at}/text`, `${instead(run.text, figureText(figure, pack))} by figure ${run.figure}`)
  }
  for (const { sentence, at } of sentencesAt(document))
    for (const [index, id] of sentence.figures.entries())
      if (!Object.hasOwn(figures, id)) found.add(DOCUMENT, `${at}/figures/${index}`, `there is no figure ${id}`)
  return count
}

/** As JSON would give it back. */
const plain = (value: unknown): unknown => JSON.parse(canonicalJson(value))

const chartsOf = (sections: readonly DocumentSection[]) =>
  sections.flatMap(({ blocks }, part) =>
    blocks.flatMap((block, index) =>
      block.kind === 'chart' ? [{ picture: block.picture, at: `/sections/${part}/blocks/${index}/picture` }] : [],
    ),
  )

/** Whether the charts of a document show what the rules would draw of the same evidence. Their words are the rules' own. */
export function checkCharts(document: BriefingDocument, composed: BriefingDocument, found: Findings): void {
  const drawn = new Map(chartsOf(composed.sections).map(({ picture }) => [picture.id, picture.chart]))
  for (const { picture, at } of chartsOf(document.sections)) {
    const chart = drawn.get(picture.id)
    if (!chart) continue
    const { words: _, ...shapes } = chart
    const { words: __, ...own } = picture.chart
    for (const { at: within, stands, expected } of jsonDifferences(plain(own), plain(shapes)))
      found.add(DOCUMENT, `${at}/chart${within}`, `${instead(stands, expected)}, as the figures have it`)
  }
}

/**
 * The parts that a document was composed of, in their order. Between two that all dyads share, each dyad has its own: all of them, but
 * for a week that nobody checked, which has fewer.
 */
export function sectionsOf({ sections }: BriefingDocument): SectionKey[] {
  const keys: SectionKey[] = []
  let ofDyads = new Map<string, SectionKey[]>()
  const endStretch = () => {
    const [most = []] = [...ofDyads.values()].sort((one, other) => other.length - one.length)
    keys.push(...most)
    ofDyads = new Map()
  }
  for (const { key, dyadId } of sections) {
    if (dyadId === null) {
      endStretch()
      keys.push(key)
    } else ofDyads.set(dyadId, [...(ofDyads.get(dyadId) ?? []), key])
  }
  endStretch()
  return [...new Set(keys)]
}

/** A document with what the rules said in the place of what people changed. */
function unedited(document: BriefingDocument): BriefingDocument {
  const copy = structuredClone(document)
  for (const { sentence } of sentencesAt(copy)) {
    if (sentence.by.kind !== 'edited') continue
    sentence.runs = sentence.by.rules
    sentence.by = { kind: 'rules' }
  }
  return copy
}

/** Finds where a document that is not the one of its hash was changed: by what the rules would write of the same evidence. */
export function placeByRules(document: BriefingDocument, composed: BriefingDocument, found: Findings): void {
  for (const { at, stands, expected } of jsonDifferences(unedited(document), plain(composed)))
    found.add(DOCUMENT, at, `${instead(stands, expected)}, as the rules write it`)
}
