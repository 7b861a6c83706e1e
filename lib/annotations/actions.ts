'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import { createAnnotation, editAnnotation, withdrawAnnotation } from './commands'
import { createAnnotationSchema, editAnnotationSchema, withdrawAnnotationSchema } from './schema'

const create = formAction(gate('annotation:write'), createAnnotationSchema, async (viewer, input) =>
  shown(await createAnnotation(viewer, input)),
)
const edit = formAction(gate('annotation:write'), editAnnotationSchema, async (viewer, input) =>
  shown(await editAnnotation(viewer, input)),
)
const withdraw = formAction(gate('annotation:write'), withdrawAnnotationSchema, async (viewer, input) =>
  shown(await withdrawAnnotation(viewer, input)),
)

/** Writes an annotation; input: `createAnnotationSchema`. */
export async function createAnnotationAction(input: unknown) {
  return create(input)
}

/** Changes one; input: `editAnnotationSchema`. */
export async function editAnnotationAction(input: unknown) {
  return edit(input)
}

/** Takes one off the charts; input: `withdrawAnnotationSchema`. */
export async function withdrawAnnotationAction(input: unknown) {
  return withdraw(input)
}

function shown<T>(result: T): T {
  revalidatePath('/', 'layout')
  return result
}
