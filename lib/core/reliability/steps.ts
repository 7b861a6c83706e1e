/** A long computation in steps: at each `yield` its caller may let others have their turn. */
export type Steps<T> = Generator<undefined, T, undefined>

/** The end of a computation, without a pause. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
