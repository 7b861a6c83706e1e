import type { DyadData } from '@/lib/briefings/figures/dyad-data'
import type { Run, Sentence, TableCell } from '@/lib/briefings/model/document'
import type { EvidenceIncident } from '@/lib/briefings/model/evidence'
import { cleanText } from '@/lib/briefings/text/clean'
import type { LabelKey } from '@/lib/briefings/text/language-pack'
import type { Argument, Arguments, TemplateKey, Writer } from '@/lib/briefings/text/writer'
import { codesOf } from '@/lib/core/dyad'
import { countryNameIn } from '@/lib/countries'
import type { BandName } from '@/lib/palette'
import type { NoteBook } from './note-book'

/** Writes the parts of a briefing that are about one dyad. */
export class DyadWriter {
  /** Names of the two countries, in the order of the dyad. */
  readonly first: string
  readonly second: string

  constructor(
    readonly data: DyadData,
    readonly writer: Writer,
    readonly notes: NoteBook,
  ) {
    const [first, second] = codesOf(data.dyadId)
    this.first = this.country(first)
    this.second = this.country(second)
  }

  /** `Azerbaijan – Russia`. */
  get name(): string {
    return `${this.first} – ${this.second}`
  }

  get pack() {
    return this.writer.pack
  }

  country(code: string): string {
    return countryNameIn(code, this.writer.language)
  }

  label(key: LabelKey): string {
    return this.pack.labels[key]
  }

  band(name: string): string {
    return this.pack.bands[name as BandName] ?? name
  }

  /** The figure of this dyad that has the name. */
  fig(name: string): { figure: string } {
    return { figure: `${this.data.dyadId}.${name}` }
  }

  has(name: string): boolean {
    const figure = this.writer.figures[this.fig(name).figure]
    return figure !== undefined && figure.value !== null
  }

  run(name: string): Run {
    return this.writer.figure(this.fig(name).figure)
  }

  cell(...names: string[]): TableCell {
    return { runs: names.map((name) => this.run(name)) }
  }

  bandCell(name: string): TableCell {
    const band = this.writer.figures[this.fig(name).figure].value
    return { runs: [this.run(name)], ...(typeof band === 'string' ? { band } : {}) }
  }

  key(id: string): string {
    return `${this.data.dyadId}/${id}`
  }

  incident(id: string): EvidenceIncident {
    const incident = this.data.byId.get(id)
    if (!incident) throw new RangeError(`${this.key(id)} is not in the evidence`)
    return incident
  }

  /** The title of an incident; typed by somebody, and so never a figure. */
  title(id: string): Run {
    return { text: cleanText(this.incident(id).title), incident: this.key(id) }
  }

  noteRuns(id: string): Run[] {
    return this.notes.runs(this.data.dyadId, this.incident(id))
  }

  /** A sentence of this dyad; keys need only be unique within it. */
  say(key: string, template: TemplateKey, args: Arguments = {}, incidents: readonly string[] = []): Sentence {
    const named = incidents.map((id) => this.key(id))
    return this.writer.sentence(`${this.data.dyadId}.${key}`, template, args, named)
  }

  /** A sentence about one incident, with the numbers of its sources. */
  sayOf(id: string, key: string, template: TemplateKey, args: Arguments = {}): Sentence {
    const runs = this.writer.runs(template, { title: this.title(id), ...this.parties(id), ...args })
    const noted = [...runs, ...this.noteRuns(id)]
    return this.writer.sentenceOf(`${this.data.dyadId}.${key}.${id}`, noted, [this.key(id)])
  }

  /** Who acts on whom, as arguments of a template. */
  parties(id: string): { actor: Argument; target: Argument } {
    const { actor, target } = this.incident(id)
    return { actor: { text: this.country(actor) }, target: { text: this.country(target) } }
  }

  /** `Azerbaijan → Russia`, with a plus for a joint act. */
  partiesText(id: string): string {
    const { actor, target, mutual } = this.incident(id)
    return `${this.country(actor)} ${mutual ? '+' : '→'} ${this.country(target)}`
  }
}
