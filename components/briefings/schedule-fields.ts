import type { ExportFormat } from '@/lib/briefings/render/formats'
import type { ScheduleState } from '@/lib/briefings/schema'

/** What the form of a schedule holds: what the server takes, but the addresses as they are typed. */
export interface ScheduleFields extends Omit<ScheduleState, 'emails' | 'of'> {
  dyadIds: string[]
  /** '' while dyads are named one by one. */
  listId: string
  emails: string
}

export const EMPTY_SCHEDULE: ScheduleFields = {
  name: '',
  kind: 'weekly',
  dyadIds: [],
  listId: '',
  weeks: 1,
  weekday: 1,
  time: '07:00',
  timeZone: '',
  language: 'en',
  mark: 'AMBER',
  templateId: null,
  publish: false,
  emails: '',
  folder: false,
  formats: ['pdf'],
}

/** A schedule as its form holds it. */
export function fieldsOf({ of, emails, ...state }: ScheduleState): ScheduleFields {
  const reach = of.by === 'list' ? { dyadIds: [], listId: of.listId } : { dyadIds: of.dyadIds, listId: '' }
  return { ...state, ...reach, emails: emails.join(', ') }
}

/** What the server takes. A weekly briefing tells of one dyad, and only a special report of more weeks than one. */
export function stateFrom({ dyadIds, listId, emails, ...fields }: ScheduleFields): ScheduleState {
  const { kind, weeks } = fields
  const dyads = kind === 'weekly' ? dyadIds.slice(0, 1) : dyadIds
  return {
    ...fields,
    weeks: kind === 'special' ? weeks : 1,
    of: listId !== '' && kind !== 'weekly' ? { by: 'list', listId } : { by: 'dyads', dyadIds: dyads },
    emails: emails.split(/[\s,;]+/).filter((address) => address !== ''),
  }
}

/** A format put on the list, or taken off it. */
export const withFormat = (formats: readonly ExportFormat[], format: ExportFormat, on: boolean): ExportFormat[] =>
  on ? [...formats.filter((one) => one !== format), format] : formats.filter((one) => one !== format)
