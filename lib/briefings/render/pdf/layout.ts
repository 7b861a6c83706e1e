import { setImmediate } from 'node:timers/promises'
import { contentsUnits } from './contents'
import { mastheadUnits } from './masthead'
import { type Page, Pagination, type Unit } from './pages'
import { blockUnits, headingUnits, type PlacedSection, placedSections } from './section'
import type { Sheet } from './sheet'
import type { Tag } from './tag'

/** Documents of more pages have contents; a week of one dyad is read through in any language. */
const MOST_WITHOUT_CONTENTS = 10
/** Units after which others of the process get their turn, and the work may be ended. */
const STRIDE = 100

export interface LayoutWatch {
  signal?: AbortSignal
  /** Called after each block with the number of blocks done. */
  onBlock(done: number): void
}

/** A document on its pages. Nothing is drawn yet, so the number of pages is known before the first is. */
export interface Layout {
  pages: readonly Page[]
  root: Tag
}

/** Puts one document on pages, with contents or without. */
class LayoutRun {
  readonly #pagination = new Pagination()
  readonly #sections: readonly PlacedSection[]
  /** The section before which the contents stand. */
  readonly #contentsBefore: number
  #done = 0
  #units = 0

  constructor(
    readonly sheet: Sheet,
    readonly root: Tag,
    readonly hasContents: boolean,
    readonly watch: LayoutWatch,
  ) {
    this.#sections = placedSections(sheet.document.sections)
    this.#contentsBefore = hasContents ? contentsPlace(this.#sections) : -1
  }

  /** The pages; null as soon as they are too many to go without contents. */
  async run(): Promise<readonly Page[] | null> {
    await this.#push(mastheadUnits(this.sheet, this.root))
    let chapter = this.root
    let isFirstLead = true
    for (const placed of this.#sections) {
      const { section, index } = placed
      if (index === this.#contentsBefore) await this.#push(this.#contents())
      const tag = (section.level === 2 ? chapter : this.root).child('Sect')
      if (section.level === 1) chapter = tag
      await this.#push(headingUnits(this.sheet, tag, placed))
      for (const [at, block] of section.blocks.entries()) {
        const place = {
          isFirstLead,
          isFirst: at === 0,
          next: section.blocks[at + 1],
          room: () => this.#pagination.room,
        }
        await this.#push(blockUnits(this.sheet, tag, block, place))
        if (block.kind === 'lead') isFirstLead = false
        this.watch.onBlock(++this.#done)
        await this.#breathe()
      }
      if (!this.hasContents && this.#pagination.pages.length > MOST_WITHOUT_CONTENTS) return null
    }
    return this.#pagination.finish()
  }

  #contents(): Generator<Unit> {
    return contentsUnits(this.sheet, this.root, this.#sections, (index) => this.#pageOf(index))
  }

  #pageOf(index: number): number {
    const pages = this.#pagination.pages
    return pages.findIndex((page) => page.some(({ unit }) => unit.opensSection === index)) + 1
  }

  async #push(units: Iterable<Unit>): Promise<void> {
    for (const unit of units) {
      this.#pagination.push(unit)
      if (++this.#units % STRIDE === 0) await this.#breathe()
    }
  }

  async #breathe(): Promise<void> {
    await setImmediate()
    this.watch.signal?.throwIfAborted()
  }
}

/** Contents stand behind what is told first: before the first chapter, else behind the first trend, else behind the first section. */
function contentsPlace(sections: readonly PlacedSection[]): number {
  const chapter = sections.findIndex(({ opensPage }) => opensPage)
  if (chapter > 0) return chapter
  return sections.findIndex(({ section }) => section.key === 'trend') + 1 || Math.min(1, sections.length - 1)
}

/**
 * Lays a document out on pages. O(text).
 * @param start makes the sheet and the root element of a run; there are two where the document turns out to need contents
 */
export async function layOut(start: () => { sheet: Sheet; root: Tag }, watch: LayoutWatch): Promise<Layout> {
  const first = start()
  const pages = await new LayoutRun(first.sheet, first.root, false, watch).run()
  if (pages) return { pages, root: first.root }
  const second = start()
  return { pages: (await new LayoutRun(second.sheet, second.root, true, watch).run()) ?? [], root: second.root }
}
