import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TEMPLATE } from './web-desk'

/** Ids of what `make-briefings.ts` makes. */
export const DRAFT_ID = '5d0b1f0e-0d0e-4d9a-8a53-3a4f5f0a0001'
export const TEMPLATE_ID = '5d0b1f0e-0d0e-4d9a-8a53-3a4f5f0a0002'
/** A draft whose files take seconds to make. */
export const LARGE_DRAFT_ID = '5d0b1f0e-0d0e-4d9a-8a53-3a4f5f0a0004'
export const SCHEDULE_ID = '5d0b1f0e-0d0e-4d9a-8a53-3a4f5f0a0003'

/** Where in the data folder it writes what links lead to: their addresses are said once, when they are made. */
export const LINKS_FILE = 'shared-links.json'

export interface SharedPaths {
  /** Number of the briefing that replaced another. */
  briefingId: string
  briefing: string
  dyad: string
  revoked: string
}

/** Where the links of the template's desk lead. */
export function sharedPaths(): SharedPaths {
  const folder = process.env.WEB_FOLDER
  if (!folder) throw new Error('WEB_FOLDER is not set: run the browser tests as the jest project "web"')
  return JSON.parse(readFileSync(join(folder, TEMPLATE, LINKS_FILE), 'utf8'))
}
