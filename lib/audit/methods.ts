import { completeParameters } from '@/lib/core/record'
import type { MethodVersion } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'
import { type Method, methodHash } from '@/lib/method/store'
import { AS_PUBLISHED } from '@/lib/seals/leaves'
import { type Fault, hashDiffers } from './fault'

/** The published versions in order, and those whose parameters can be read. */
export interface Methods {
  stored: MethodVersion[]
  readable: Method[]
  faults: Fault[]
}

/** Reads all published versions, and compares each one's hash with its parameters. */
export async function readMethods(tx: Transaction): Promise<Methods> {
  const stored = await tx.methodVersion.findMany({ orderBy: AS_PUBLISHED })
  const methods: Methods = { stored, readable: [], faults: [] }
  for (const row of stored) {
    const place = `method ${row.id}`
    try {
      const parameters = completeParameters(row.parameters)
      const computed = methodHash(parameters)
      if (row.hash !== computed)
        methods.faults.push(hashDiffers(place, 'its parameters do not give its hash', row.hash, computed))
      methods.readable.push({ ...row, parameters })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      methods.faults.push({ place, what: `its parameters cannot be read (${why})` })
    }
  }
  return methods
}
