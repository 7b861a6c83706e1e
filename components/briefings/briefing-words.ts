import { pairName } from '@/components/watch/condition-words'
import type { DraftFilter } from '@/lib/briefings/filter'
import type { BriefingKind, Language, TlpMark } from '@/lib/briefings/model/terms'
import type { ExportFormat } from '@/lib/briefings/render/formats'
import { formatDayRange, weekEndOf, weekIdOf } from '@/lib/core/calendar'

/** Paths of the feature. */
export const BRIEFINGS_PATH = '/briefings'
export const NEW_BRIEFING_PATH = '/briefings/new'
export const TEMPLATES_PATH = '/briefings/templates'
export const NEW_TEMPLATE_PATH = '/briefings/templates/new'
export const templatePath = (id: string): string => `/briefings/templates/${id}`
export const SCHEDULES_PATH = '/briefings/schedules'
export const NEW_SCHEDULE_PATH = '/briefings/schedules/new'
export const schedulePath = (id: string): string => `/briefings/schedules/${id}`
export const DRAFTS_PATH = '/briefings/drafts'
export const draftPath = (id: string): string => `/briefings/drafts/${id}`
export const briefingPath = (number: string): string => `/briefings/${encodeURIComponent(number)}`

/** Drafts by a filter. */
export function draftsPath({ show, after }: DraftFilter): string {
  const query = new URLSearchParams({ ...(show !== 'open' && { show }), ...(after && { after }) })
  return query.size > 0 ? `${DRAFTS_PATH}?${query}` : DRAFTS_PATH
}

/** A published briefing as a page by itself. */
export const documentPath = (number: string): string => `${briefingPath(number)}/document`
/** A file of a published briefing. */
export const fileHref = (number: string, format: ExportFormat): string =>
  `/api/v1/briefings/${encodeURIComponent(number)}/${format}`
/** Everything that is shared by links, and the form that shares a dyad's page. */
export const LINKS_PATH = '/briefings/links'

/** Where the page of a dyad is shared. */
export const shareDyadPath = (dyadId: string): string => `${LINKS_PATH}?dyad=${dyadId}`

/** The form of a new briefing, with its kind, a dyad and a week chosen already. */
export function newBriefingPath({
  dyadId,
  week,
  kind,
}: {
  dyadId?: string
  week?: string
  kind?: BriefingKind
}): string {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(dyadId && { dyad: dyadId }), ...(week && { week }) })
  return query.size > 0 ? `${NEW_BRIEFING_PATH}?${query}` : NEW_BRIEFING_PATH
}

export const KIND_WORDS: Readonly<Record<BriefingKind, { label: string; words: string }>> = {
  weekly: { label: 'Weekly', words: 'one dyad, one week' },
  'round-up': { label: 'Round-up', words: 'several dyads in one week' },
  special: { label: 'Special', words: 'one or more dyads over a stretch of weeks' },
}

export const LANGUAGE_WORDS: Readonly<Record<Language, string>> = {
  en: 'English',
  az: 'Azerbaijani',
  ru: 'Russian',
}

/** Who may have a document, by its mark (TLP 2.0, in our words). */
export const MARK_WORDS: Readonly<Record<TlpMark, string>> = {
  RED: 'only those it is given to by name',
  'AMBER+STRICT': 'only within the organisation, as far as needed',
  AMBER: 'the organisation and its clients, as far as needed',
  GREEN: 'the community, but not the public',
  CLEAR: 'everybody',
}

/** `Azerbaijan – Russia`, `Azerbaijan – Russia and 2 more`. */
export function dyadsWords(dyadIds: readonly string[]): string {
  const [first, ...more] = dyadIds
  if (first === undefined) return 'no dyad'
  return more.length === 0 ? pairName(first) : `${pairName(first)} and ${more.length} more`
}

/** `2025-W27`, `2025-W20 – 2025-W27`. */
export const weeksWords = ({ fromWeek, toWeek }: { fromWeek: number; toWeek: number }): string =>
  fromWeek === toWeek ? weekIdOf(toWeek) : `${weekIdOf(fromWeek)} – ${weekIdOf(toWeek)}`

/** First to last day of a stretch of weeks. */
export const daysWords = ({ fromWeek, toWeek }: { fromWeek: number; toWeek: number }): string =>
  formatDayRange(fromWeek, weekEndOf(toWeek))

/** `912 B`, `84 kB`, `3.2 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
