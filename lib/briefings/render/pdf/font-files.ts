import { readFileSync } from 'node:fs'
import { fontFiles } from '@/lib/briefings/charts/fonts'

/** Inter in two weights, and what has the glyphs that it lacks: Armenian, Georgian, Arabic, symbols. */
export type FaceName = 'regular' | 'semiBold' | 'fallback'

/** The bytes of a face. */
export const fontFile = (name: FaceName): Uint8Array => readFileSync(fontFiles()[name])
