import type { BriefingData } from '@/lib/briefings/figures/briefing-data'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Figures } from '@/lib/briefings/model/figures'

/** A briefing with all that any of its formats is made of. */
export interface Rendering {
  document: BriefingDocument
  data: BriefingData
  figures: Figures
}

/** Somebody may end the work, and is told how far it is: 0…1. */
export interface RenderOptions {
  signal?: AbortSignal
  onProgress?: (share: number) => void
}

/** Makes one format's file. The same rendering gives the same bytes. */
export type Renderer = (rendering: Rendering, options?: RenderOptions) => Promise<Uint8Array>
