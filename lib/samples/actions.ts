'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import {
  addCoder,
  adjudicate,
  closeSample,
  draftMeasuredMethod,
  drawSample,
  excuseCoder,
  submitCoding,
} from './commands'
import { adjudicateSchema, coderSchema, codingSchema, drawSchema, sampleIdsSchema, sampleSchema } from './schema'

const draw = formAction(gate('sample:manage'), drawSchema, async (viewer, input) =>
  shown(await drawSample(viewer, input)),
)
const submit = formAction(gate('sample:code'), codingSchema, async (viewer, input) =>
  shown(await submitCoding(viewer, input)),
)
const close = formAction(gate('sample:manage'), sampleSchema, async (viewer, input) =>
  shown(await closeSample(viewer, input)),
)
const resolve = formAction(gate('sample:manage'), adjudicateSchema, async (viewer, input) =>
  shown(await adjudicate(viewer, input)),
)

const add = formAction(gate('sample:manage'), coderSchema, async (viewer, input) =>
  shown(await addCoder(viewer, input)),
)
const excuse = formAction(gate('sample:manage'), coderSchema, async (viewer, input) =>
  shown(await excuseCoder(viewer, input)),
)

const draftMethod = formAction(gate('method:draft'), sampleIdsSchema, async (viewer, input) =>
  shown(await draftMeasuredMethod(viewer, input)),
)

/** Draws a sample; input: `drawSchema`. */
export async function drawSampleAction(input: unknown) {
  return draw(input)
}

/** Hands in a coding; input: `codingSchema`. The page then shows the next unit. */
export async function submitCodingAction(input: unknown) {
  return submit(input)
}

/** Closes a sample; input: `sampleSchema`. */
export async function closeSampleAction(input: unknown) {
  return close(input)
}

/** Asks one more person to code a sample; input: `coderSchema`. */
export async function addCoderAction(input: unknown) {
  return add(input)
}

/** Excuses a coder from a sample; input: `coderSchema`. */
export async function excuseCoderAction(input: unknown) {
  return excuse(input)
}

/** Resolves the codings of a unit; input: `adjudicateSchema`. */
export async function adjudicateAction(input: unknown) {
  return resolve(input)
}

/** Drafts a method version with measured rung errors; input: `sampleIdsSchema`. */
export async function draftMeasuredMethodAction(input: unknown) {
  return draftMethod(input)
}

function shown<T>(result: T): T {
  revalidatePath('/', 'layout')
  return result
}
