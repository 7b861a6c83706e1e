import type { Role } from '@/lib/auth/permissions'
import type { WatchCondition } from '@/lib/core/watch'
import type { Reach, Scope } from '@/lib/watch/schema'

/** A rule that is on while the server is killed, and who made it. */
interface KillRule {
  by: Role
  name: string
  scope: Scope
  condition: WatchCondition
  where: Reach
}

/** Rules of a person and of the team: of single incidents, of one dyad, and of firsts. */
export const KILL_RULES: readonly KillRule[] = [
  {
    by: 'reviewer',
    name: 'Media at rung 4',
    scope: 'team',
    condition: { kind: 'incident', rung: 4, category: 'media' },
    where: { reach: 'all' },
  },
  {
    by: 'viewer',
    name: 'Everything of one dyad',
    scope: 'own',
    condition: { kind: 'incident', rung: 1, category: null },
    where: { reach: 'dyad', dyadId: 'FRA-GBR' },
  },
  {
    by: 'analyst',
    name: 'Firsts',
    scope: 'own',
    condition: { kind: 'first', of: 'code' },
    where: { reach: 'all' },
  },
]
