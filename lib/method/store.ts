import { createHash } from 'node:crypto'
import { canonicalParameters, DEFAULT_PARAMETERS, type MethodParameters } from '@/lib/core/scoring'
import type { Reader, Transaction } from '@/lib/db/transaction'

/** One published version of the method. `hash` is the SHA-256 of the parameters' canonical form; pages show 8 characters. */
export interface Method {
  id: string
  parameters: MethodParameters
  hash: string
  reason: string
  publishedAt: Date
}

/** SHA-256 of the canonical form of the parameters, in hex. */
export function methodHash(parameters: MethodParameters): string {
  return createHash('sha256').update(canonicalParameters(parameters)).digest('hex')
}

/**
 * The method that scores are made with now: the latest published version.
 * @throws Error before the first version is published (setup does it).
 */
export async function methodInUse(reader: Reader): Promise<Method> {
  const row = await reader.methodVersion.findFirst({ orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }] })
  if (!row) throw new Error('No method version is published: run `npx dyadwatch setup` first.')
  // Written by `publishFirstMethod` alone and append-only, so its shape is what was published.
  return { ...row, parameters: row.parameters as unknown as MethodParameters }
}

/** Publishes the defaults of SCORING.md as the first version, where there is none. Returns whether it did. */
export async function publishFirstMethod(tx: Transaction): Promise<boolean> {
  if (await tx.methodVersion.findFirst({ select: { id: true } })) return false
  await tx.methodVersion.createMany({
    data: [
      {
        id: DEFAULT_PARAMETERS.version,
        parameters: { ...DEFAULT_PARAMETERS },
        hash: methodHash(DEFAULT_PARAMETERS),
        reason: 'The defaults of the specification.',
      },
    ],
    skipDuplicates: true,
  })
  return true
}
