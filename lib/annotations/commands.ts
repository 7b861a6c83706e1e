import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/core/calendar'
import type { AnnotationRevision } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { instantOfWrite, type LockedDyad, lockDyad } from '@/lib/dyads/dyad-lock'
import { DeskError } from '@/lib/errors'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { annotationHash } from './revision'
import { revisionViewOf } from './rows'
import type { CreateAnnotationInput, EditAnnotationInput, WithdrawAnnotationInput } from './schema'
import type { AnnotationAction, AnnotationConflict } from './views'

/** A state to append, and why. */
type Content = Pick<AnnotationRevision, 'startDay' | 'endDay' | 'text'>

/** What a command answers: which annotation, and the number of the revision that it wrote or found. */
export interface WrittenAnnotation {
  dyadId: string
  id: string
  revision: number
}

const contentOf = ({ date, dateEnd, text }: Pick<CreateAnnotationInput, 'date' | 'dateEnd' | 'text'>): Content => ({
  startDay: dayOf(date),
  endDay: dateEnd === '' || dateEnd === date ? null : dayOf(dateEnd),
  text,
})

const sameContent = (a: Content, b: Content) => a.startDay === b.startDay && a.endDay === b.endDay && a.text === b.text

/** Why a first revision is followed by a second one that nobody gave a reason for. */
const INTERRUPTED = 'Went on after an interrupted save'

/**
 * Writes an annotation on a dyad's charts. Said again under the same id, it writes nothing more; other words become an edit of the
 * first ones, where nobody wrote since.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a dyad that nobody follows yet; INVALID where the id stands for somebody else's; CONFLICT
 * as `editAnnotation` where other words were said first, and somebody wrote since.
 */
export async function createAnnotation(viewer: Viewer, input: CreateAnnotationInput): Promise<WrittenAnnotation> {
  authorize(viewer, 'annotation:write')
  const { dyadId, id } = input
  const content = contentOf(input)
  return inTransaction(async (tx) => {
    const dyad = await lockedDyad(tx, dyadId)
    const first = await revisionOf(tx, dyadId, id, 1)
    if (!first) return append(tx, viewer, dyad, { id, revision: 1, action: 'created', reason: '', ...content })
    if (first.byId !== viewer.accountId) throw new DeskError('INVALID', 'This annotation is somebody else’s already.')
    if (sameContent(first, content)) return { dyadId, id, revision: 1 }
    const latest = await latestOf(tx, dyadId, id)
    if (isOwnAgain(viewer, latest, { ...content, reason: INTERRUPTED }))
      return { dyadId, id, revision: latest.revision }
    if (latest.revision > 1) throw await conflictOf(tx, latest, 1)
    return append(tx, viewer, dyad, { id, revision: 2, action: 'edited', reason: INTERRUPTED, ...content })
  })
}

/** Whether the viewer wrote just this, and sends it again. */
const isOwnAgain = ({ accountId }: Viewer, latest: AnnotationRevision, said: Content & { reason: string }): boolean =>
  latest.byId === accountId && latest.reason === said.reason && sameContent(latest, said)

/**
 * Changes the date or the words of an annotation, by a new revision; the same content writes nothing, also where the viewer wrote it
 * since `baseRevision`: the answer to that was lost.
 * @throws DeskError FORBIDDEN; NOT_FOUND; INVALID for one that is withdrawn; CONFLICT when somebody wrote since
 * `baseRevision` (detail: `AnnotationConflict`).
 */
export async function editAnnotation(viewer: Viewer, input: EditAnnotationInput): Promise<WrittenAnnotation> {
  authorize(viewer, 'annotation:write')
  const content = contentOf(input)
  const { dyadId, id, reason } = input
  return inTransaction(async (tx) => {
    const isDone = (latest: AnnotationRevision) =>
      latest.action !== 'withdrawn' && isOwnAgain(viewer, latest, { ...content, reason })
    const { dyad, latest } = await openAnnotation(tx, input, isDone)
    if (sameContent(latest, content)) return { dyadId, id, revision: latest.revision }
    return append(tx, viewer, dyad, { id, revision: latest.revision + 1, action: 'edited', reason, ...content })
  })
}

/**
 * Takes an annotation off the charts, by a new revision; its words stay in the history. Said again by the same person, it is done.
 * @throws DeskError as `editAnnotation`.
 */
export async function withdrawAnnotation(viewer: Viewer, input: WithdrawAnnotationInput): Promise<WrittenAnnotation> {
  authorize(viewer, 'annotation:write')
  return inTransaction(async (tx) => {
    const { reason, dyadId, id } = input
    const isDone = (latest: AnnotationRevision) =>
      latest.action === 'withdrawn' && isOwnAgain(viewer, latest, { ...latest, reason })
    const { dyad, latest } = await openAnnotation(tx, input, isDone)
    if (isDone(latest)) return { dyadId, id, revision: latest.revision }
    const { startDay, endDay, text } = latest
    const state = { id: input.id, revision: latest.revision + 1, action: 'withdrawn' as const, reason: input.reason }
    return append(tx, viewer, dyad, { ...state, startDay, endDay, text })
  })
}

async function lockedDyad(tx: Transaction, dyadId: string): Promise<LockedDyad> {
  const dyad = await lockDyad(tx, dyadId, { create: false })
  if (!dyad) throw new DeskError('NOT_FOUND', `Nobody follows ${dyadId} yet.`)
  return dyad
}

const revisionOf = (tx: Transaction, dyadId: string, annotationId: string, revision: number) =>
  tx.annotationRevision.findUnique({ where: { dyadId_annotationId_revision: { dyadId, annotationId, revision } } })

/** @throws DeskError NOT_FOUND. */
async function latestOf(tx: Transaction, dyadId: string, annotationId: string): Promise<AnnotationRevision> {
  const latest = await tx.annotationRevision.findFirst({
    where: { dyadId, annotationId },
    orderBy: { revision: 'desc' },
  })
  if (!latest) throw new DeskError('NOT_FOUND', 'There is no such annotation.')
  return latest
}

/** The latest state of an annotation that an edit may follow on, or that `isDone` says it wrote; its dyad is locked. */
async function openAnnotation(
  tx: Transaction,
  { dyadId, id, baseRevision }: WithdrawAnnotationInput,
  isDone: (latest: AnnotationRevision) => boolean,
) {
  const dyad = await lockedDyad(tx, dyadId)
  const latest = await latestOf(tx, dyadId, id)
  if (isDone(latest)) return { dyad, latest }
  if (latest.revision !== baseRevision) throw await conflictOf(tx, latest, baseRevision)
  if (latest.action === 'withdrawn') throw new DeskError('INVALID', 'This annotation was withdrawn.')
  return { dyad, latest }
}

async function conflictOf(tx: Transaction, latest: AnnotationRevision, baseRevision: number): Promise<DeskError> {
  const base = await revisionOf(tx, latest.dyadId, latest.annotationId, baseRevision)
  if (!base) return new DeskError('INVALID', `This annotation has no revision ${baseRevision}.`)
  const names = await namesOf(tx, [latest.byId])
  const { startDay, endDay, text } = base
  const detail: AnnotationConflict = {
    base: { startDay, endDay, text },
    theirs: revisionViewOf(latest, nameOf(names, latest.byId)),
  }
  const did = latest.action === 'withdrawn' ? 'withdrew' : 'changed'
  return new DeskError('CONFLICT', `${detail.theirs.by} ${did} this annotation meanwhile.`, undefined, detail)
}

interface Appended extends Content {
  id: string
  revision: number
  action: AnnotationAction
  reason: string
}

/** Appends a state in the one place that writes any, on the hash of the dyad's latest. */
async function append(
  tx: Transaction,
  viewer: Viewer,
  dyad: LockedDyad,
  { id: annotationId, ...state }: Appended,
): Promise<WrittenAnnotation> {
  const dyadId = dyad.id
  const last = await tx.annotationRevision.findFirst({
    where: { dyadId },
    orderBy: { at: 'desc' },
    select: { hash: true },
  })
  const at = await instantOfWrite(tx, dyad)
  const row = { dyadId, annotationId, at, byId: viewer.accountId, previousHash: last?.hash ?? '', ...state }
  await tx.annotationRevision.create({ data: { ...row, hash: annotationHash(row) } })
  return { dyadId, id: annotationId, revision: state.revision }
}
