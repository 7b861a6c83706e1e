import type { Role } from '@/lib/auth/permissions'

/** The roles in words: what each is called, and what it may do. */
export const ROLE_WORDS: Record<Role, { title: string; may: string }> = {
  viewer: { title: 'Viewer', may: 'reads everything that is published, and changes nothing' },
  analyst: { title: 'Analyst', may: 'logs and corrects incidents, and says which weeks were checked' },
  reviewer: { title: 'Reviewer', may: 'does what an analyst does, and reviews what others logged' },
  admin: { title: 'Admin', may: 'does what a reviewer does, and looks after accounts and sign-ins' },
}

/** Options of a role select. */
export const ROLE_OPTIONS = Object.entries(ROLE_WORDS).map(([value, { title }]) => ({ value, label: title }))
