import { ROLES, type Role } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { isDeskError } from '@/lib/errors'
import { viewerWith } from './viewers'

export const EVERYBODY: Role[] = ['viewer', 'analyst', 'reviewer', 'admin']
export const WRITERS: Role[] = ['analyst', 'reviewer', 'admin']
export const REVIEWERS: Role[] = ['reviewer', 'admin']
export const ADMINS: Role[] = ['admin']

/** Queries and commands by their names: who may ask, and how it is asked. */
export type Calls = Record<string, { allowed: Role[]; call: (viewer: Viewer) => Promise<unknown> }>

/** Every function that some modules export has to stand in a table; and nothing else. */
export function expectEveryFunction(calls: Calls, modules: readonly object[]): void {
  const exported = modules.flatMap((module) =>
    Object.entries(module).filter(([, value]) => typeof value === 'function'),
  )
  expect(exported.map(([name]) => name).sort()).toEqual(Object.keys(calls).sort())
}

/**
 * Tests that each role is let in or refused as a table says. Those who may are told what the record says, or that it holds no such
 * thing; never that they may not.
 */
export function testEveryRole(calls: Calls): void {
  describe.each(ROLES)('as %s', (role) => {
    test.each(Object.entries(calls))('%s is let in or refused as the table says', async (_, { allowed, call }) => {
      const viewer = await viewerWith(role)
      const outcome = await call(viewer).then(
        () => 'let in',
        (error: unknown) => {
          if (!isDeskError(error)) throw error
          return error.code === 'FORBIDDEN' ? 'FORBIDDEN' : 'let in'
        },
      )
      expect(outcome).toBe(allowed.includes(role) ? 'let in' : 'FORBIDDEN')
    })
  })
}
