import type { Block, BriefingDocument, Run, Sentence } from '@/lib/briefings/model/document'
import type { Figures } from '@/lib/briefings/model/figures'
import type { Language } from '@/lib/briefings/model/terms'
import { cleanText } from '@/lib/briefings/text/clean'
import { figureText } from '@/lib/briefings/text/figure-text'
import { PACKS } from '@/lib/briefings/text/writer'

/** An analyst's words in place of a sentence of the rules. */
export interface SentenceEdit {
  /** Of the sentence. */
  key: string
  /** It stands in documents of this language alone. */
  language: Language
  text: string
  /** Who wrote it last, and when, ISO 8601. */
  name: string
  at: string
  /** What the rules said then. */
  rules: string
  /** The figures of the sentence as they were written then, by id. */
  figures: Record<string, string>
}

export interface EditedDocument {
  document: BriefingDocument
  /** Edited sentences with numbers that are none of their figures as they are now. */
  mismatches: { key: string; numbers: string[] }[]
  /** Edits in the document's language whose sentence the rules do not write any more. */
  lost: SentenceEdit[]
}

/** A number with its sign, inner marks and per cent: `12.8`, `−4`, `1 000`, `58%`. */
const NUMBER = /[+\-−]?\d+(?:[.,\u202f\u00a0]\d+)*(?:[\u202f\u00a0 ]?%)?/gu
/** A sign is one only where no letter or digit stands before it: that of `2025-W27` and `10-12` is a dash. */
const BEFORE_DASH = /[\p{L}\p{N}]$/u

const plainNumber = (text: string): string =>
  text
    .replace(/[\u202f\u00a0 ]/g, '')
    .replace('−', '-')
    .replace(/^\+/, '')

/** The numbers of a text, each in one spelling: without grouping, with `-` for a minus and no plus. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const isDash = /^[+\-−]/u.test(match[0]) && BEFORE_DASH.test(text.slice(0, match.index))
    return plainNumber(isDash ? match[0].slice(1) : match[0])
  })
}

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

class Editor {
  readonly used = new Set<string>()
  readonly mismatches: EditedDocument['mismatches'] = []
  readonly #edits: ReadonlyMap<string, SentenceEdit>

  constructor(
    readonly language: Language,
    edits: readonly SentenceEdit[],
    readonly figures: Figures,
  ) {
    this.#edits = new Map(edits.map((edit) => [edit.key, edit]))
  }

  sentence = (sentence: Sentence): Sentence => {
    const edit = this.#edits.get(sentence.key)
    if (!edit) return sentence
    this.used.add(edit.key)
    const figures = this.#figuresOf(sentence, edit)
    const unmatched = this.#unmatched(sentence, edit, figures)
    if (unmatched.length > 0) this.mismatches.push({ key: edit.key, numbers: unmatched })
    const { name, at } = edit
    // The sources that it rests on stay with it.
    const notes = sentence.runs.filter(({ note }) => note !== undefined)
    return {
      ...sentence,
      runs: [{ text: cleanText(edit.text), typed: true }, ...notes],
      figures,
      by: { kind: 'edited', name: cleanText(name), at, rules: sentence.runs, unmatched },
    }
  }

  /** Those of the rules' sentence now, then those of the sentence that was edited, where there still are such. */
  #figuresOf(sentence: Sentence, edit: SentenceEdit): string[] {
    const then = Object.keys(edit.figures).filter((id) => Object.hasOwn(this.figures, id))
    return [...new Set([...sentence.figures, ...then])]
  }

  /** Numbers of the analyst's text that neither a figure of the sentence nor the rules' own words have now. */
  #unmatched({ runs }: Sentence, { text }: SentenceEdit, figures: readonly string[]): string[] {
    const pack = PACKS[this.language]
    const said = [
      // Of a title that somebody typed, the numbers are no figures, and may be said again.
      ...runs.filter(({ note }) => note === undefined).map((run) => run.text),
      ...figures.map((id) => figureText(this.figures[id], pack)),
    ]
    const known = new Set(said.flatMap(numbersIn))
    return [...new Set(numbersIn(cleanText(text)).filter((number) => !known.has(number)))]
  }

  block = (block: Block): Block => {
    if (block.kind === 'lead' || block.kind === 'paragraph')
      return { ...block, sentences: block.sentences.map(this.sentence) }
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => item.map(this.sentence)) }
    return block
  }
}

/**
 * A document with an analyst's sentences in place of the rules': their figures and sources stay with them, what the rules would say
 * stays beside them, and numbers that do not match the data any more are named. Edits in other languages are left out. O(sentences).
 */
export function withEdits(
  document: BriefingDocument,
  edits: readonly SentenceEdit[],
  figures: Figures,
): EditedDocument {
  const own = edits.filter(({ language }) => language === document.language)
  const editor = new Editor(document.language, own, figures)
  const sections = document.sections.map((section) => ({ ...section, blocks: section.blocks.map(editor.block) }))
  const lost = own.filter(({ key }) => !editor.used.has(key))
  return { document: { ...document, sections }, mismatches: editor.mismatches, lost }
}

/** The sentence of a key; undefined where the document has none. */
export function sentenceOf({ sections }: BriefingDocument, key: string): Sentence | undefined {
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    const groups = block.kind === 'list' ? block.items : 'sentences' in block ? [block.sentences] : []
    const found = groups.flat().find((sentence) => sentence.key === key)
    if (found) return found
  }
  return undefined
}

/** What an edit of a sentence keeps of what the rules said when it was written. */
export function rulesThen(
  sentence: Sentence,
  figures: Figures,
  language: Language,
): Pick<SentenceEdit, 'rules' | 'figures'> {
  // Of a sentence that is edited already, the rules' own runs.
  const runs = sentence.by.kind === 'edited' ? sentence.by.rules : sentence.runs
  const ids = [...new Set(runs.flatMap(({ figure }) => figure ?? []))]
  const written = ids.map((id) => [id, figureText(figures[id], PACKS[language])] as const)
  return { rules: textOf(runs.filter(({ note }) => note === undefined)), figures: Object.fromEntries(written) }
}
