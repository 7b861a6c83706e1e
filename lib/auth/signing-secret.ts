import 'server-only'
import { randomBytes } from 'node:crypto'
import { database } from '@/lib/db/client'
import type { PrismaClient } from '@/lib/db/generated/client'
import { env } from '@/lib/env'

const NAME = 'session-signing'

// The secret of a store never changes once it is there, so one read a store is enough.
const known = new WeakMap<PrismaClient, Promise<string>>()

/** Two processes that start at once both offer a value; the database keeps the first, and both read that one. */
async function readOrMake(prisma: PrismaClient): Promise<string> {
  await prisma.serverSecret.createMany({
    data: [{ name: NAME, value: randomBytes(48).toString('base64url') }],
    skipDuplicates: true,
  })
  return (await prisma.serverSecret.findUniqueOrThrow({ where: { name: NAME } })).value
}

/** The key that encrypts session tokens: NEXTAUTH_SECRET, or else a random one that all processes of one database share. */
export async function signingSecret(): Promise<string> {
  const { NEXTAUTH_SECRET } = env()
  if (NEXTAUTH_SECRET) return NEXTAUTH_SECRET
  const prisma = await database()
  let secret = known.get(prisma)
  if (!secret) {
    secret = readOrMake(prisma).catch((error: unknown) => {
      known.delete(prisma)
      throw error
    })
    known.set(prisma, secret)
  }
  return secret
}
