'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import { checkWeek as record } from './commands'
import { checkSchema } from './schema'

const check = formAction(gate('week:check'), checkSchema, async (viewer, input) => {
  const written = await record(viewer, input)
  revalidatePath('/', 'layout')
  return { written }
})

/** Records or withdraws a weekly check; input: `checkSchema`. */
export async function checkWeek(input: unknown) {
  return check(input)
}
