import { Prisma } from '@/lib/db/generated/client'
import type { ActivityKind } from './filter'
import { ACTIVITY_ACTIONS, type ActivityAction } from './log'

/** A table that the log is drawn from. Within an instant entries go by source, then by `k1`, `k2` and, falling, `k3`. */
export interface Source {
  kinds: readonly ActivityKind[]
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

type TeamKind = 'export' | 'method' | 'sample' | 'seal' | 'batch' | 'setting'

/** The kind of each action of the `activity` table. */
const KIND_OF_ACTION: Readonly<Record<ActivityAction, TeamKind>> = {
  exported: 'export',
  'method-drafted': 'method',
  'method-draft-changed': 'method',
  'method-draft-discarded': 'method',
  'method-published': 'method',
  'sample-drawn': 'sample',
  'sample-closed': 'sample',
  sealed: 'seal',
  'batch-approved': 'batch',
  'batch-undone': 'batch',
  'setting-changed': 'setting',
}
const TEAM_KINDS: readonly ActivityKind[] = [...new Set(Object.values(KIND_OF_ACTION))]

/** The actions that a kind of the `activity` table stands for. */
export const actionsOf = (kind: ActivityKind): ActivityAction[] =>
  ACTIVITY_ACTIONS.filter((action) => KIND_OF_ACTION[action] === kind)

/** The sources in the order in which entries of one instant stand. */
export const SOURCES: readonly Source[] = [
  {
    ...NOTHING,
    kinds: ['incident'],
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
    kinds: TEAM_KINDS,
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
    from: sql`account_event s JOIN account a ON a.id = s.account_id`,
    person: sql`s.by_id`,
    dyad: null,
    k1: NO_KEY,
    k2: NO_KEY,
    k3: sql`s.id`,
    action: sql`s.action`,
    subject: sql`a.login`,
    detail: sql`s.detail`,
  },
  {
    ...NOTHING,
    kinds: ['sign-in'],
    from: sql`sign_in s`,
    person: sql`s.account_id`,
    dyad: null,
    k1: NO_KEY,
    k2: NO_KEY,
    k3: sql`s.id`,
    action: sql`s.outcome`,
    subject: sql`s.login`,
    address: sql`s.address`,
    detail: sql`jsonb_build_object('agent', s.agent)`,
  },
]

/** Whether a source's kinds are told apart by its actions. */
export const hasManyKinds = (source: Source): boolean => source.kinds === TEAM_KINDS

/** What an entry of a source is called in the filter. */
export function kindOf(source: number, action: string): ActivityKind {
  const { kinds } = SOURCES[source]
  if (kinds !== TEAM_KINDS) return kinds[0]
  const known = ACTIVITY_ACTIONS.find((name) => name === action)
  if (!known) throw new Error(`the log holds an action that it has no name for: ${action}`)
  return KIND_OF_ACTION[known]
}
