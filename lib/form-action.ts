import { type ErrorCode, type FieldErrors, isDeskError, reportBug } from '@/lib/errors'

/** What a server action answers: data, never a row; or why not, by field where it is a field's fault. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; code: ErrorCode | 'BUG'; message: string; fieldErrors?: FieldErrors; detail?: unknown }

interface Parser<T> {
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

/**
 * Makes the body of a server action: parse with the one schema, run the command, answer in one shape. Re-throws what Next
 * itself throws to navigate (redirect, notFound), since that is no failure.
 */
export function formAction<I, T>(
  schema: Parser<I>,
  run: (input: I) => Promise<T>,
): (raw: unknown) => Promise<ActionResult<T>> {
  return async (raw) => {
    const parsed = schema.safeParse(raw)
    if (!parsed.success) {
      const fieldErrors = fieldErrorsOf(parsed.error.issues)
      return { ok: false, code: 'INVALID', message: 'Some fields need another look.', fieldErrors }
    }
    try {
      return { ok: true, data: await run(parsed.data) }
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
