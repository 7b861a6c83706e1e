import type { Coverage } from '@/lib/core/scoring'
import type { PeakLead, WatchCondition } from '@/lib/core/watch'
import type { EventView } from '@/lib/events'
import type { IncidentRow } from '@/lib/incidents/views'
import type { Reach, Scope } from './schema'

/** An alert as its reader sees it. Instants are ISO. */
export interface AlertView {
  dyadId: string
  id: string
  at: string
  rule: { id: string; name: string }
  headline: string
  /** The numbers before and after, in words. */
  numbers: string
  day: number
  weekStart: number
  /** Those behind it that the reader may see, and how many more there are. */
  incidents: IncidentRow[]
  /** In the reader's own inbox; null for an alert that was not told to them. */
  own: { read: boolean; acknowledgedAt: string | null; snoozedUntil: number | null } | null
}

export interface AlertPage {
  rows: AlertView[]
  next: string | null
}

/** A rule in a list of rules. */
export interface RuleRow {
  id: string
  name: string
  scope: Scope
  owner: string
  condition: WatchCondition
  where: Reach
  /** Name of the list that it looks through. */
  listName: string
  status: 'off' | 'on' | 'archived'
  emails: number
  webhook: boolean
  /** The reader muted it: until a day, or until they say otherwise. */
  muted: { untilDay: number | null } | null
  alerts: number
  mayChange: boolean
}

export interface RuleView extends Omit<RuleRow, 'emails'> {
  revision: number
  emails: string[]
  webhookUrl: string | null
  /** For those who may change it. */
  webhookSecret: string | null
  activeSince: string | null
  history: EventView[]
  /** What could not be sent lately. */
  failures: { channel: string; target: string; error: string; attempts: number; givenUp: boolean }[]
}

/** A rule as it stands, for those whose change of it was refused. */
export type RuleStands = Pick<RuleView, 'name' | 'condition' | 'where' | 'emails' | 'webhookUrl'>

/** A watchlist in a list of lists. */
export interface ListRow {
  id: string
  name: string
  scope: Scope
  owner: string
  note: string
  dyadIds: string[]
  revision: number
  archived: boolean
  mayChange: boolean
}

export interface ListView extends ListRow {
  /** With since when each dyad is on it. */
  members: { dyadId: string; since: string }[]
  rules: { id: string; name: string; status: string }[]
  history: EventView[]
}

/** A list as it stands, for those whose change of it was refused. */
export type ListStands = Pick<ListView, 'name' | 'note' | 'members' | 'archived'>

/** An alert that would have been told, and what the incidents behind it are called, where it is about incidents. */
export interface BackTestAlert {
  key: string
  toldDay: number
  headline: string
  numbers: string
  titles: string[]
}

/** What a rule would have told in one dyad. */
export interface DyadBackTest {
  dyadId: string
  /** Weeks of its record that are over. */
  weeks: number
  closes: { weekStart: number; close: number; coverage: Coverage }[]
  /** How many alerts there would have been; the latest of them are named, newest first. */
  count: number
  alerts: BackTestAlert[]
  peaks: PeakLead[]
}

/** What a rule would have told of the record as it stands. */
export interface BackTest {
  /** Dyads that it looks at, and how many of them were looked at. */
  dyads: number
  tested: DyadBackTest[]
  alerts: number
}
