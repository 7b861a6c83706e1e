import type { Kept } from '@/components/method/draft/kept-fields'
import { type Clash, type DraftFields, fieldsOf, mergeFields, withField } from '@/lib/method/draft-fields'
import type { DraftConflict, DraftWritten } from '@/lib/method/views'

/** What a form of a draft starts from: a draft that is stored, or one that is yet to be. */
export interface DraftStart {
  /** `new` for one that is yet to be. */
  id: string
  revision: number
  fields: DraftFields
}

/** What is said of the last save. */
export type SaveWord =
  | { kind: 'saved' }
  | { kind: 'failed'; message: string }
  | { kind: 'merged'; by: string; clashes: Clash[]; taken: number }
  | { kind: 'closed'; by: string; status: DraftConflict['status'] }
  | null

/** The form of a draft: what is stored, what is typed, and what became of the last save. */
export interface DraftState {
  start: DraftStart
  fields: DraftFields
  word: SaveWord
  serverErrors: Readonly<Record<string, string>>
}

/** What happens to the form. The answers of a save come while somebody may have typed on: they are taken into what stands then. */
export type DraftEvent =
  | { kind: 'typed'; path: string; text: string }
  | { kind: 'filled'; fields: Pick<DraftFields, 'basedOn' | 'values'> }
  | { kind: 'restored'; kept: Kept }
  | { kind: 'saved'; written: DraftWritten; sent: DraftFields }
  | { kind: 'stale'; id: string; theirs: DraftConflict }
  | { kind: 'failed'; message: string; errors?: Readonly<Record<string, string>> }
  | { kind: 'reset' }

/** The form of a draft before anything happens to it. */
export const startingWith = (start: DraftStart): DraftState => {
  return { start, fields: start.fields, word: null, serverErrors: {} }
}

/** Whether something is typed that is not stored. */
export const isDirty = ({ start, fields }: DraftState): boolean =>
  JSON.stringify(fields) !== JSON.stringify(start.fields)

/** The form after something happened to it: whatever goes wrong, what is typed stays. */
export function draftAfter(state: DraftState, event: DraftEvent): DraftState {
  const { start, fields } = state
  switch (event.kind) {
    case 'typed': {
      const { [event.path]: _gone, ...serverErrors } = state.serverErrors
      return { ...state, fields: withField(fields, event.path, event.text), serverErrors }
    }
    case 'filled':
      return { ...state, fields: { ...fields, ...event.fields } }
    case 'restored': {
      const { revision, base } = event.kept
      return { ...state, start: { ...start, revision, fields: base }, fields: event.kept.fields }
    }
    case 'saved':
      return { ...state, start: { ...event.written, fields: event.sent }, word: { kind: 'saved' }, serverErrors: {} }
    case 'stale':
      return withTheirs(state, event.id, event.theirs)
    case 'failed':
      return { ...state, word: { kind: 'failed', message: event.message }, serverErrors: event.errors ?? {} }
    case 'reset':
      return startingWith(start)
  }
}

/** Takes in what somebody else saved, so that the next save stands on it. */
function withTheirs(state: DraftState, id: string, theirs: DraftConflict): DraftState {
  const { start, fields } = state
  const by = theirs.updatedBy ?? 'Somebody'
  if (theirs.status !== 'open') return { ...state, word: { kind: 'closed', by, status: theirs.status } }
  const theirFields = fieldsOf({ ...theirs, basedOn: fields.basedOn })
  const { merged, clashes, taken } = mergeFields(start.fields, fields, theirFields)
  return {
    ...state,
    start: { id, revision: theirs.revision, fields: theirFields },
    fields: merged,
    word: { kind: 'merged', by, clashes, taken },
  }
}
