'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import { makeSeal } from './commands'
import { sealNowSchema } from './schema'

const sealNow = formAction(gate('seal:make'), sealNowSchema, async (viewer) => {
  const seal = await makeSeal(viewer, 'asked')
  revalidatePath('/', 'layout')
  return seal
})

/** Seals the record as it stands; input: `sealNowSchema`. */
export async function sealNowAction(input: unknown) {
  return sealNow(input)
}
