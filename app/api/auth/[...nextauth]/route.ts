import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/next-auth-options'
import { DeskError, problemResponse } from '@/lib/errors'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

// What the desk uses. Left out above all is `session`, which would renew a token for ever: twelve hours are twelve hours.
const ACTIONS: Record<string, readonly string[]> = {
  GET: ['csrf', 'signin', 'signout', 'error'],
  POST: ['callback', 'signout'],
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (!ACTIONS[request.method]?.includes(nextauth[0]))
    return problemResponse(new DeskError('NOT_FOUND', 'There is no such address.'))
  return NextAuth(request, context, await authOptions())
}

export { handle as GET, handle as POST }
