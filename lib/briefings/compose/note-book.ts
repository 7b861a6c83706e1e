import type { DocumentNote, Run } from '@/lib/briefings/model/document'
import type { EvidenceIncident, EvidenceSource } from '@/lib/briefings/model/evidence'
import { cleanText } from '@/lib/briefings/text/clean'

const keyOf = ({ outlet, date, url, quote }: EvidenceSource) => JSON.stringify([outlet, date, url, quote])

/** Numbers sources as they are first named, each once. */
export class NoteBook {
  readonly notes: DocumentNote[] = []
  readonly #numbers = new Map<string, DocumentNote>()

  /** Raised numbers of an incident's sources. */
  runs(dyadId: string, { id, sources }: EvidenceIncident): Run[] {
    const numbers = sources.map((source) => this.#numberOf(source, `${dyadId}/${id}`))
    return [...new Set(numbers)].map((number) => ({ text: String(number), note: number }))
  }

  #numberOf(source: EvidenceSource, incident: string): number {
    const key = keyOf(source)
    const known = this.#numbers.get(key)
    if (known) {
      if (!known.incidents.includes(incident)) known.incidents.push(incident)
      return known.number
    }
    const { outlet, date, url, quote, reliability } = source
    const note: DocumentNote = {
      number: this.notes.length + 1,
      outlet: cleanText(outlet),
      date: cleanText(date ?? ''),
      url: url === null ? null : cleanText(url),
      quote: cleanText(quote),
      incidents: [incident],
      reliability,
    }
    this.notes.push(note)
    this.#numbers.set(key, note)
    return note.number
  }
}
