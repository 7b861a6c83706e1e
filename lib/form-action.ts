import { DeskError, type ErrorCode, type FieldErrors, isDeskError, reportBug } from '@/lib/errors'

/** What a server action answers: data, never a row; or why not, by field where it is a field's fault. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; code: ErrorCode | 'BUG'; message: string; fieldErrors?: FieldErrors; detail?: unknown }

/** What a zod schema of either flavour offers. */
export interface Parser<T> {
  safeParse(
    input: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } }
}

/** Issues of a schema as sentences by field; a nested field is named by its path, such as `sources.0.url`. */
export function fieldErrorsOf(issues: { path: PropertyKey[]; message: string }[]): FieldErrors {
  const errors: FieldErrors = {}
  for (const issue of issues) {
    const field = issue.path.map(String).join('.') || 'form'
    errors[field] = [...(errors[field] ?? []), issue.message]
  }
  return errors
}

/** The error for input that does not fit its schema. */
export const faultyInput = (issues: { path: PropertyKey[]; message: string }[]): DeskError =>
  new DeskError('INVALID', 'Some fields need another look.', fieldErrorsOf(issues))

/**
 * Makes the body of a server action: the gate, then the one schema, then the command, answered in one shape. Re-throws what Next
 * itself throws to navigate (redirect, notFound), since that is no failure.
 */
export function formAction<V, I, T>(
  gate: () => Promise<V>,
  schema: Parser<I>,
  run: (viewer: V, input: I) => Promise<T>,
): (raw: unknown) => Promise<ActionResult<T>> {
  return async (raw) => {
    try {
      const viewer = await gate()
      const parsed = schema.safeParse(raw)
      if (!parsed.success) throw faultyInput(parsed.error.issues)
      return { ok: true, data: await run(viewer, parsed.data) }
    } catch (error) {
      if (isDeskError(error)) {
        return {
          ok: false,
          code: error.code,
          message: error.message,
          fieldErrors: error.fieldErrors,
          detail: error.detail,
        }
      }
      if (error instanceof Error && 'digest' in error) throw error
      return { ok: false, code: 'BUG', message: `Something went wrong (${reportBug(error)}). Nothing was saved.` }
    }
  }
}
