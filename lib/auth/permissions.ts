import { DeskError } from '@/lib/errors'

export const ROLES = ['viewer', 'analyst', 'reviewer', 'admin'] as const
export type Role = (typeof ROLES)[number]

const READ = [
  'dyad:read',
  'incident:read',
  'method:read',
  'account:self',
  'inbox:read',
  'watch:read',
  // Lists and rules of one's own: they are nobody else's reading.
  'watch:own',
  // Published ones; drafts are read by those who compose.
  'briefing:read',
] as const
const WRITE = [
  'incident:read-unpublished',
  'incident:create',
  'incident:edit',
  'incident:retract',
  'incident:submit',
  'incident:comment',
  'week:check',
  'annotation:write',
  'activity:read',
  'seal:read',
  'sample:code',
  'agreement:read',
  'briefing:compose',
] as const
const REVIEW = [
  'incident:approve',
  'sample:manage',
  'method:draft',
  'briefing:publish',
  'briefing:share',
  'briefing:schedule',
  'briefing:template',
  // The team's lists and rules, and rules that send to another machine.
  'watch:team',
  'watch:webhook',
] as const
const ADMIN = [
  'account:manage',
  'sign-in:read',
  'method:publish',
  'team:manage',
  'seal:make',
  'review:undo-any',
] as const

export type Permission =
  | (typeof READ)[number]
  | (typeof WRITE)[number]
  | (typeof REVIEW)[number]
  | (typeof ADMIN)[number]

/** Who may do what: the one table. A role that is not here may do nothing. */
const TABLE: Record<Role, ReadonlySet<Permission>> = {
  viewer: new Set(READ),
  analyst: new Set([...READ, ...WRITE]),
  reviewer: new Set([...READ, ...WRITE, ...REVIEW]),
  admin: new Set([...READ, ...WRITE, ...REVIEW, ...ADMIN]),
}

/** Whether the role has the permission: what a button asks before it shows itself. Fails closed. */
export function may(viewer: { role: Role }, permission: Permission): boolean {
  return TABLE[viewer.role]?.has(permission) ?? false
}

/**
 * The first line of every query and command.
 * @throws DeskError FORBIDDEN when the viewer's role lacks the permission.
 */
export function authorize(viewer: { role: Role }, permission: Permission): void {
  if (!may(viewer, permission)) throw new DeskError('FORBIDDEN', `Your role (${viewer.role}) may not do this.`)
}
