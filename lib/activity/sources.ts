import type { RecordedOutcome } from '@/lib/auth/outcomes'
import { Prisma } from '@/lib/db/generated/client'
import type { RevisionAction } from '@/lib/incidents/views'
import type { ActivityKind } from './filter'
import type { ActivityAction } from './log'

/** A table that the log is drawn from. Within an instant entries go by source, then by `k1`, `k2` and, falling, `k3`. */
export interface Source {
  kinds: readonly ActivityKind[]
  /** The kind of each action, where a source has many. */
  kindOf?: Readonly<Record<string, ActivityKind>>
  from: Prisma.Sql
  /** What of it is told; all where nothing is said. */
  where?: Prisma.Sql
  person: Prisma.Sql
  /** None where the source knows no dyads. */
  dyad: Prisma.Sql | null
  k1: Prisma.Sql
  k2: Prisma.Sql
  k3: Prisma.Sql
  action: Prisma.Sql
  incident: Prisma.Sql
  subject: Prisma.Sql
  note: Prisma.Sql
  address: Prisma.Sql
  detail: Prisma.Sql
}

const sql = Prisma.sql
/** With its type said, a constant may stand in ORDER BY. */
const NO_KEY = sql`''::text`
const NOTHING = {
  incident: sql`NULL::text`,
  subject: sql`''`,
  note: sql`''`,
  address: sql`''`,
  detail: sql`'{}'::jsonb`,
}

/** The kind of each action of a revision. */
const KIND_OF_REVISION: Readonly<Record<RevisionAction, ActivityKind>> = {
  created: 'edit',
  edited: 'edit',
  submitted: 'edit',
  imported: 'edit',
  withdrawn: 'edit',
  restored: 'edit',
  adjudicated: 'edit',
  approved: 'approval',
  reopened: 'approval',
  returned: 'return',
  'retraction-proposed': 'retraction',
  retracted: 'retraction',
}

/** The kind of each action of the `activity` table. */
const KIND_OF_NOTE: Readonly<Record<ActivityAction, ActivityKind>> = {
  exported: 'export',
  'method-drafted': 'method',
  'method-draft-changed': 'method',
  'method-draft-discarded': 'method',
  'method-published': 'method',
  'sample-drawn': 'sample',
  'sample-closed': 'sample',
  'sample-coder-added': 'sample',
  'sample-coder-excused': 'sample',
  sealed: 'seal',
  'batch-approved': 'batch',
  'batch-undone': 'batch',
  'setting-changed': 'setting',
  'watchlist-written': 'watch',
  'watch-rule-written': 'watch',
  'briefing-drafted': 'briefing',
  'briefing-draft-archived': 'briefing',
  'briefing-draft-restored': 'briefing',
  'briefing-published': 'briefing',
  'briefing-superseded': 'briefing',
  'briefing-shared': 'briefing',
  'briefing-link-revoked': 'briefing',
  'briefing-template-written': 'briefing',
  'briefing-schedule-written': 'briefing',
}

const CAME_IN: RecordedOutcome = 'ok'
/** Whoever's account an attempt named, only who got in did something. As the index on it says it. */
const WHO_CAME_IN = Prisma.raw(`CASE WHEN s.outcome = '${CAME_IN}' THEN s.account_id END`)

/** The sources in the order in which entries of one instant stand. */
export const SOURCES: readonly Source[] = [
  {
    ...NOTHING,
    kinds: [...new Set(Object.values(KIND_OF_REVISION))],
    kindOf: KIND_OF_REVISION,
    from: sql`incident_revision s`,
    person: sql`s.by_id`,
    dyad: sql`s.dyad_id`,
    k1: sql`s.dyad_id`,
    k2: sql`s.incident_id`,
    k3: sql`s.revision`,
    action: sql`s.action`,
    incident: sql`s.incident_id`,
    note: sql`s.reason`,
    detail: sql`jsonb_build_object('revision', s.revision)`,
  },
  {
    ...NOTHING,
    kinds: ['comment'],
    from: sql`incident_comment s`,
    // What was sent back is told by its revision, in the same words.
    where: sql`s.kind <> 'return'`,
    person: sql`s.by_id`,
    dyad: sql`s.dyad_id`,
    k1: sql`s.dyad_id`,
    k2: sql`s.incident_id`,
    k3: sql`s.number`,
    action: sql`s.kind`,
    incident: sql`s.incident_id`,
    note: sql`left(s.body, 500)`,
    detail: sql`jsonb_build_object('number', s.number)`,
  },
  {
    ...NOTHING,
    kinds: ['check'],
    from: sql`weekly_check s`,
    person: sql`s.by_id`,
    dyad: sql`s.dyad_id`,
    k1: sql`s.dyad_id`,
    k2: sql`s.week_start::text`,
    k3: sql`s.revision`,
    action: sql`CASE WHEN s.checked THEN 'checked' ELSE 'check-withdrawn' END`,
    note: sql`s.note`,
    detail: sql`jsonb_build_object('weekStart', s.week_start)`,
  },
  {
    ...NOTHING,
    kinds: [...new Set(Object.values(KIND_OF_NOTE))],
    kindOf: KIND_OF_NOTE,
    from: sql`activity s`,
    person: sql`s.by_id`,
    dyad: sql`s.dyad_id`,
    k1: NO_KEY,
    k2: NO_KEY,
    k3: sql`s.id`,
    action: sql`s.action`,
    subject: sql`s.subject`,
    detail: sql`s.detail`,
  },
  {
    ...NOTHING,
    kinds: ['account'],
    from: sql`account_event s`,
    person: sql`s.by_id`,
    dyad: null,
    k1: NO_KEY,
    k2: NO_KEY,
    k3: sql`s.id`,
    action: sql`s.action`,
    subject: sql`(SELECT a.login FROM account a WHERE a.id = s.account_id)`,
    detail: sql`s.detail`,
  },
  {
    ...NOTHING,
    kinds: ['sign-in'],
    from: sql`sign_in s`,
    person: WHO_CAME_IN,
    dyad: null,
    k1: NO_KEY,
    k2: NO_KEY,
    k3: sql`s.id`,
    action: sql`s.outcome`,
    subject: sql`s.login`,
    address: sql`s.address`,
    detail: sql`jsonb_build_object('agent', s.agent)`,
  },
  {
    ...NOTHING,
    kinds: ['annotation'],
    from: sql`annotation_revision s`,
    person: sql`s.by_id`,
    dyad: sql`s.dyad_id`,
    k1: sql`s.dyad_id`,
    k2: sql`s.annotation_id::text`,
    k3: sql`s.revision`,
    action: sql`s.action`,
    subject: sql`s.text`,
    note: sql`s.reason`,
    detail: sql`jsonb_build_object('revision', s.revision, 'startDay', s.start_day)`,
  },
]

/** The actions by which a source tells of a kind; none where all that it holds is of that kind. */
export const actionsOf = ({ kindOf = {} }: Source, kind: ActivityKind): string[] =>
  Object.keys(kindOf).filter((action) => kindOf[action] === kind)

/** What an entry of a source is called in the filter. */
export function kindOf(source: number, action: string): ActivityKind {
  const { kinds, kindOf: named } = SOURCES[source]
  if (!named) return kinds[0]
  if (!Object.hasOwn(named, action)) throw new Error(`the log holds an action that it has no name for: ${action}`)
  return named[action]
}
