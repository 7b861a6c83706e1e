import type { BriefingData } from '@/lib/briefings/figures/briefing-data'
import type { Block, BriefingDocument, DocumentSection, DocumentTeam } from '@/lib/briefings/model/document'
import type { Figures } from '@/lib/briefings/model/figures'
import { COMMON_SECTIONS, type Language, SECTIONS_OF, type SectionKey, type TlpMark } from '@/lib/briefings/model/terms'
import { cleanText } from '@/lib/briefings/text/clean'
import { daySpanText } from '@/lib/briefings/text/figure-text'
import { type Arguments, type TemplateKey, Writer } from '@/lib/briefings/text/writer'
import { weekEndOf } from '@/lib/core/calendar'
import { measureBlocks, outlookBlocks, reciprocityBlocks } from './ahead-sections'
import { bottomLine } from './bottom-line'
import { certaintyBlocks } from './certainty'
import { compareBlocks, methodBlocks, standingBlocks } from './common-sections'
import {
  directionBlocks,
  driverBlocks,
  incidentBlocks,
  keyFigureBlocks,
  timelineBlocks,
  trendBlocks,
} from './dyad-sections'
import { DyadWriter } from './dyad-writer'
import { NoteBook } from './note-book'

/** How a briefing is to look. */
export interface ComposeOptions {
  language: Language
  mark: TlpMark
  team: DocumentTeam
  /** The parts in their order; those of the kind where it is left out. */
  sections?: readonly SectionKey[]
  /** Typed by somebody in place of the title that the rules give. */
  title?: string
}

type DyadKey = Exclude<SectionKey, 'standing' | 'compare' | 'sources' | 'method'>

const OF_DYAD: Readonly<Record<DyadKey, (dyad: DyadWriter) => Block[]>> = {
  bluf: bottomLine,
  'key-figures': keyFigureBlocks,
  trend: trendBlocks,
  drivers: driverBlocks,
  directions: directionBlocks,
  incidents: incidentBlocks,
  timeline: timelineBlocks,
  measures: measureBlocks,
  reciprocity: reciprocityBlocks,
  outlook: outlookBlocks,
  certainty: certaintyBlocks,
}

const isCommon = (key: SectionKey): boolean => COMMON_SECTIONS.includes(key)
const isOfDyad = (key: SectionKey): key is DyadKey => !isCommon(key)

/** A week without a figure has nothing to take apart: what tells of figures is left out there. */
const NEEDS_FIGURES: ReadonlySet<SectionKey> = new Set(['key-figures', 'drivers', 'directions', 'outlook', 'certainty'])

/** A stretch of parts that follow one another and are all common, or all of dyads. */
function stretchesOf(keys: readonly SectionKey[]): SectionKey[][] {
  const stretches: SectionKey[][] = []
  for (const key of keys) {
    const last = stretches.at(-1)
    if (last && isCommon(last[0]) === isCommon(key)) last.push(key)
    else stretches.push([key])
  }
  return stretches
}

class Composer {
  readonly writer: Writer
  readonly notes = new NoteBook()
  readonly dyads: DyadWriter[]

  constructor(
    readonly data: BriefingData,
    figures: Figures,
    readonly options: ComposeOptions,
  ) {
    this.writer = new Writer(options.language, figures)
    this.dyads = data.dyads.map((dyad) => new DyadWriter(dyad, this.writer, this.notes))
  }

  sections(): DocumentSection[] {
    const keys = this.options.sections ?? SECTIONS_OF[this.data.evidence.kind]
    return stretchesOf(keys).flatMap((stretch) =>
      isCommon(stretch[0]) ? stretch.flatMap((key) => this.#common(key)) : this.#ofDyads(stretch.filter(isOfDyad)),
    )
  }

  #common(key: SectionKey): DocumentSection[] {
    const blocks = this.#commonBlocks(key)
    if (blocks.length === 0) return []
    return [{ id: key, key, dyadId: null, title: this.writer.pack.sections[key], level: 1, blocks }]
  }

  #commonBlocks(key: SectionKey): Block[] {
    if (key === 'standing') return standingBlocks(this.writer, this.dyads)
    if (key === 'compare') return compareBlocks(this.writer, this.dyads)
    if (key === 'method') return methodBlocks(this.writer, this.data)
    return [{ kind: 'notes' }]
  }

  /** Dyad after dyad; with more than one each begins a chapter of its own, named after it. */
  #ofDyads(keys: readonly DyadKey[]): DocumentSection[] {
    const many = this.dyads.length > 1
    return this.dyads.flatMap((dyad) => {
      const isChecked = dyad.data.week.coverage !== 'not_checked'
      const told = keys.filter((key) => isChecked || !NEEDS_FIGURES.has(key))
      return told.map((key, index): DocumentSection => {
        const { dyadId } = dyad.data
        const title = this.writer.pack.sections[key]
        const opens = many && index === 0
        return {
          id: `${dyadId}.${key}`,
          key,
          dyadId,
          title: opens ? `${dyad.name}: ${title}` : title,
          level: many && !opens ? 2 : 1,
          blocks: OF_DYAD[key](dyad),
        }
      })
    })
  }

  title(): string {
    if (this.options.title) return cleanText(this.options.title)
    const { kind } = this.data.evidence
    const [only, ...others] = this.dyads
    const args: Arguments = {
      dyad: { text: only.name },
      week: { figure: 'briefing.week' },
      from: { figure: 'briefing.from' },
      count: { figure: 'briefing.dyads' },
    }
    const key: TemplateKey =
      kind === 'special' && others.length > 0
        ? 'title.specialMany'
        : kind === 'round-up'
          ? 'title.round-up'
          : kind === 'weekly'
            ? 'title.weekly'
            : 'title.special'
    return this.writer.text(key, args)
  }

  document(): BriefingDocument {
    const { evidence } = this.data
    const { language, mark, team } = this.options
    const when = { day: { figure: 'briefing.asOf' }, time: { figure: 'briefing.time' } }
    const methods = Object.values(evidence.methods).map(({ id, hash }) => `${id} (${hash.slice(0, 8)})`)
    // Sections first: they number the sources.
    const sections = this.sections()
    return {
      kind: evidence.kind,
      language,
      title: this.title(),
      subtitle: daySpanText(evidence.fromWeek, Math.min(weekEndOf(evidence.toWeek), evidence.today), this.writer.pack),
      mark,
      team: { ...team, name: cleanText(team.name), footer: cleanText(team.footer) },
      asOf: evidence.asOf,
      asOfText: this.writer.text('asOf', when),
      provenance: this.writer.text('provenance', { ...when, method: { text: methods.join(', ') } }),
      sections,
      notes: this.notes.notes,
      words: this.writer.pack.words,
    }
  }
}

/**
 * Writes a briefing from its figures: by rules, in one language, the same for the same evidence. O(incidents told of).
 * @throws RangeError where a sentence would name a figure that there is none of: a fault in the rules.
 */
export const composeBriefing = (data: BriefingData, figures: Figures, options: ComposeOptions): BriefingDocument =>
  new Composer(data, figures, options).document()
