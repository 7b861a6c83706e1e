import { type ExportFormat, FORMATS } from './render/formats'
import type { DraftSettings } from './schema'

/** Dyads that a name says one by one. */
const MOST_NAMED = 3

/** Name of a published briefing's file. */
export const publishedName = (id: string, format: ExportFormat): string => `briefing-${id}.${FORMATS[format].ending}`

type Told = Pick<DraftSettings, 'kind' | 'dyadIds' | 'fromWeek' | 'toWeek' | 'language'>

/** Name of a file that is not published: out of ids alone, so that nothing which somebody typed can be part of a path. */
export function briefName({ kind, dyadIds, fromWeek, toWeek, language }: Told, format: ExportFormat): string {
  const dyads = [...dyadIds.slice(0, MOST_NAMED), ...(dyadIds.length > MOST_NAMED ? [`${dyadIds.length}-dyads`] : [])]
  const weeks = fromWeek === toWeek ? [toWeek] : [fromWeek, toWeek]
  return `${[kind, ...dyads, ...weeks, language].join('_')}.${FORMATS[format].ending}`
}
