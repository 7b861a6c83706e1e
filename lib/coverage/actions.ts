'use server'

import { revalidatePath } from 'next/cache'
import { requireViewer } from '@/lib/auth/session'
import { formAction } from '@/lib/form-action'
import { checkWeek as record } from './commands'
import { checkSchema } from './schema'

const check = formAction(checkSchema, async (input) => {
  const written = await record(await requireViewer(), input)
  revalidatePath('/', 'layout')
  return { written }
})

/** Records or withdraws a weekly check; input: `checkSchema`. */
export async function checkWeek(input: unknown) {
  return check(input)
}
