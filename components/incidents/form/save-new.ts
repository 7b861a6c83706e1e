import type { ActionResult } from '@/lib/form-action'
import type { CreateInput, EditInput, IncidentInput, Status } from '@/lib/incidents/schema'

/** Where a save left the incident. */
export interface Saved {
  dyadId: string
  id: string
  revision: number
  status: Status
}

interface Commands {
  create: (input: CreateInput) => Promise<ActionResult<Saved>>
  edit: (input: EditInput) => Promise<ActionResult<Saved>>
}

interface NewIncident {
  incident: IncidentInput
  submit: boolean
  requestId: string
  /** What went out before under the same id, with no answer; null when nothing is in doubt. */
  attempt: IncidentInput | null
}

/**
 * Saves a new incident once, whatever became of an earlier try. Where an earlier answer was lost and more was typed since, the
 * first content is sent again under its id, which finds or makes that incident, and the rest follows as an edit of it: sending
 * the new content under the old id would be answered with the old incident, and the newer words would be gone.
 */
export async function saveNew(commands: Commands, entry: NewIncident): Promise<ActionResult<Saved>> {
  const { incident, submit, requestId, attempt } = entry
  if (attempt === null || !samePair(attempt, incident) || JSON.stringify(attempt) === JSON.stringify(incident)) {
    return commands.create({ incident, requestId, submit })
  }
  const first = await commands.create({ incident: attempt, requestId, submit: false })
  if (!first.ok) return first
  const { dyadId, id, revision } = first.data
  return commands.edit({
    dyadId,
    id,
    baseRevision: revision,
    incident,
    // What the lost answer told of may be in review, or approved, by now: it does not go back to being a draft.
    submit: submit || first.data.status !== 'draft',
    reason: 'Went on after an interrupted save',
  })
}

/** An incident never moves to another dyad, so nothing of a try for another pair can be taken up. */
function samePair(a: IncidentInput, b: IncidentInput): boolean {
  const pairOf = ({ kind, dyadId, actor, target }: IncidentInput) =>
    kind === 'context' ? dyadId : [actor, target].sort().join('-')
  return pairOf(a) === pairOf(b)
}
