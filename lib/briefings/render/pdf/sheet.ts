import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Fonts } from './fonts'

/** What blocks are laid out with. */
export interface Sheet {
  readonly document: BriefingDocument
  readonly fonts: Fonts
  /** The next table's and the next chart's number. */
  readonly next: { table: number; chart: number }
}
