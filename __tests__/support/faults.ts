import { type DeskError, isDeskError } from '@/lib/errors'

/** The error that a command is refused with. */
export async function faultOf(work: Promise<unknown>): Promise<DeskError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!isDeskError(error)) throw new Error(`expected a DeskError, got ${String(error)}`)
  return error
}
