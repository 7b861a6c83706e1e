import { composeBriefing } from '@/lib/briefings/compose/document'
import { pathOf } from '@/lib/briefings/data/descriptor'
import type { MadeBy } from '@/lib/briefings/data/made-by'
import { packageFiles } from '@/lib/briefings/data/package-files'
import { type ReadPackage, utf8Of } from '@/lib/briefings/data/read-package'
import { type DataTable, pointerStep } from '@/lib/briefings/data/table'
import { statedTables } from '@/lib/briefings/data/tables'
import type { BriefingData } from '@/lib/briefings/figures/briefing-data'
import { figuresOf } from '@/lib/briefings/figures/figure-list'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Evidence } from '@/lib/briefings/model/evidence'
import type { Figures } from '@/lib/briefings/model/figures'
import { canonicalJson } from '@/lib/core/canonical-json'
import { methodHash } from '@/lib/method/store'
import { csvDifferences } from './csv-differences'
import { checkCharts, checkFiguresInText, DOCUMENT, placeByRules, sectionsOf } from './document-checks'
import { documentFrom } from './document-shape'
import { contradictionsOf, evidenceFrom } from './evidence-shape'
import {
  blame,
  brokenFiles,
  canonicalBytes,
  checkDescriptor,
  checkReadme,
  type Listed,
  listedFiles,
  makerOf,
} from './file-checks'
import { Findings, instead } from './findings'
import { jsonDifferences } from './json-differences'

const EVIDENCE = 'evidence.json'
const FIGURES = 'figures.json'

/** What was made again and compared. */
export interface VerifyCounts {
  files: number
  figures: number
  tables: number
  rows: number
  incidents: number
  methods: number
  /** Figures in the text that were held against the figures. */
  inText: number
}

/** The work of verifying one package. */
export class Verification {
  readonly found = new Findings()
  readonly listed: Listed[]
  readonly broken: ReadonlyMap<string, Listed>
  readonly madeBy: MadeBy
  readonly counts: VerifyCounts = { files: 0, figures: 0, tables: 0, rows: 0, incidents: 0, methods: 0, inText: 0 }

  constructor(
    readonly pack: ReadPackage,
    readonly compute: (evidence: Evidence) => Promise<BriefingData>,
  ) {
    this.listed = listedFiles(pack)
    this.broken = brokenFiles(pack, this.listed, this.found)
    this.madeBy = makerOf(pack, this.found)
    this.counts.files = this.listed.length + 1
  }

  /** The JSON of a file; undefined, and told of, where there is none. */
  json(path: string): unknown {
    const bytes = this.pack.files.get(path)
    if (!bytes) return undefined
    try {
      return JSON.parse(utf8Of(bytes, path))
    } catch (error) {
      this.found.add(path, null, `it is no JSON: ${error instanceof Error ? error.message : error}`)
      return undefined
    }
  }

  evidence(): Evidence | null {
    const json = this.json(EVIDENCE)
    if (json === undefined) return null
    const read = evidenceFrom(json)
    if ('evidence' in read) return read.evidence
    this.found.add(EVIDENCE, read.fault.at, read.fault.says)
    return null
  }

  document(): BriefingDocument | null {
    const json = this.json(DOCUMENT)
    if (json === undefined) return null
    const read = documentFrom(json)
    if ('document' in read) return read.document
    this.found.add(DOCUMENT, read.fault.at, read.fault.says)
    return null
  }

  /**
   * Holds a table's file against the table. Where both say what a third file says, too, the one that still has its hash is believed.
   */
  compareTable(table: DataTable): void {
    const path = pathOf(table)
    const bytes = this.pack.files.get(path)
    if (!bytes) return
    this.counts.tables++
    this.counts.rows += table.rows.length
    const origin = table.origin
    const isOriginWrong = origin !== null && this.broken.has(origin.file) && !this.broken.has(path)
    try {
      for (const { place, stands, expected, cell } of csvDifferences(utf8Of(bytes, path), table)) {
        if (!isOriginWrong) this.found.add(path, place, instead(stands, expected))
        else if (!cell) this.found.add(origin.file, null, `${instead(expected, stands)} by ${path}, ${place}`)
        else {
          const within = table.fields[cell.column].at
          // What was only made of the changed value is not another place.
          if (within === null) continue
          const says = `${instead(expected, stands)} by ${path}, ${cell.there}`
          this.found.add(origin.file, `${origin.rows[cell.row]}${within}`, says)
        }
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      this.found.add(path, null, `it is no CSV: ${error.message}`)
    }
  }

  /** Whether figures can be made of the evidence at all, and whether each method has its hash. */
  checkEvidence(evidence: Evidence): boolean {
    let holds = true
    for (const { at, says } of contradictionsOf(evidence)) {
      this.found.add(EVIDENCE, at, says)
      holds = false
    }
    if (!holds) return false
    for (const [key, { hash, parameters }] of Object.entries(evidence.methods)) {
      const expected = methodHash(parameters)
      if (hash !== expected)
        this.found.add(EVIDENCE, `/methods/${pointerStep(key)}/hash`, `${instead(hash, expected)} by the parameters`)
    }
    return true
  }

  /** @returns null, and tells so, where no figures can be made of evidence that somebody changed. */
  async data(evidence: Evidence): Promise<BriefingData | null> {
    try {
      return await this.compute(evidence)
    } catch (error) {
      // Of evidence in which nothing is wrong figures can be made: then it is a fault of ours.
      if (!this.broken.has(EVIDENCE) && !this.found.has(EVIDENCE)) throw error
      this.found.add(EVIDENCE, null, `no figures can be made of it: ${error instanceof Error ? error.message : error}`)
      return null
    }
  }

  compareFigures(figures: Figures): void {
    this.counts.figures = Object.keys(figures).length
    const own = this.json(FIGURES)
    if (own === undefined) return
    const expected: unknown = JSON.parse(canonicalJson(figures))
    for (const { at, stands, expected: other } of jsonDifferences(own, expected)) {
      const id = at.split('/')[1]?.replaceAll('~1', '/').replaceAll('~0', '~')
      this.found.add(FIGURES, at, `figure ${id}: ${instead(stands, other)}`)
    }
  }

  compareDocument(document: BriefingDocument, data: BriefingData, figures: Figures): void {
    const found = this.found
    this.counts.inText = checkFiguresInText(document, figures, found)
    // With other evidence every chart is another; the figures have told of that.
    if (found.has(EVIDENCE)) return
    const { language, mark, team, title } = document
    const composed = composeBriefing(data, figures, { language, mark, team, title, sections: sectionsOf(document) })
    checkCharts(document, composed, found)
    if (this.broken.has(DOCUMENT) && !found.has(DOCUMENT)) placeByRules(document, composed, found)
  }

  async run(): Promise<{ document: BriefingDocument | null }> {
    const [evidence, document] = [this.evidence(), this.document()]
    if (!evidence || !document) return { document }
    this.counts.incidents = evidence.dyads.reduce((sum, { incidents }) => sum + incidents.length, 0)
    this.counts.methods = Object.keys(evidence.methods).length
    const stated = statedTables(evidence, document)
    for (const table of stated) this.compareTable(table)
    const data = this.checkEvidence(evidence) ? await this.data(evidence) : null
    if (!data) return { document }
    const figures = figuresOf(data)
    this.compareFigures(figures)
    const { files, tables } = packageFiles({ document, data, figures }, this.madeBy)
    const told = new Set(stated.map(({ name }) => name))
    for (const table of tables) if (!told.has(table.name)) this.compareTable(table)
    this.compareDocument(document, data, figures)
    this.compareRest(files, { evidence, document })
    return { document }
  }

  /** The descriptor and the README, which are made of the evidence and the document: with others they would be others. */
  compareRest(
    files: ReadonlyMap<string, Uint8Array>,
    inputs: { evidence: Evidence; document: BriefingDocument },
  ): void {
    const remade = new Map(files)
    remade.set(EVIDENCE, canonicalBytes(inputs.evidence))
    remade.set(DOCUMENT, canonicalBytes(inputs.document))
    const holds = !this.found.has(EVIDENCE, DOCUMENT)
    if (holds) checkReadme(this.pack, files, this.found)
    blame(this.pack, this.broken, remade, this.found)
    if (holds && !this.found.has(EVIDENCE, DOCUMENT)) checkDescriptor(this.pack, files, this.found)
  }
}
