import { now } from '@/lib/clock'
import type { MethodParameters } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { extendDyads } from '@/lib/dyads/extend'
import { methodHash } from '@/lib/method/store'

/** Puts a version of the method into use from now on, and makes every stored series by it. */
export async function putMethodInUse(id: string, parameters: MethodParameters): Promise<void> {
  const versioned = { ...parameters, version: id }
  const prisma = await database()
  await prisma.methodVersion.create({
    data: {
      id,
      parameters: versioned,
      hash: methodHash(versioned),
      reason: `Version ${id}`,
      publishedAt: now(),
    },
  })
  await extendDyads()
}
