'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { briefingPath, MARK_WORDS } from '@/components/briefings/briefing-words'
import { JobProgress } from '@/components/briefings/job-progress'
import { MarkLabel } from '@/components/briefings/mark-label'
import { useJob } from '@/components/briefings/use-job'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { DraftView, PublicationView } from '@/lib/briefings/views'
import { formatPlural } from '@/lib/format'

interface PublishDialogProps {
  draft: Pick<DraftView, 'id' | 'mark' | 'supersedes'>
  title: string
  baseRevision: number
  open: boolean
  /** Things that the checks found; of them sentences whose numbers no longer match. */
  findings: number
  mismatches: number
  /** Texts that are typed and not saved: they would not be in it. */
  unsaved: number
  onClose: () => void
}

/** Asks once more before a briefing is frozen: its mark is read, what it replaces is said, and what the checks found. */
export function PublishDialog({
  draft,
  title,
  baseRevision,
  open,
  findings,
  mismatches,
  unsaved,
  onClose,
}: PublishDialogProps) {
  const router = useRouter()
  const [reason, setReason] = useState('')
  const [seen, setSeen] = useState(false)
  const [unmatchedSeen, setUnmatchedSeen] = useState(false)
  const { id, mark, supersedes } = draft
  const job = useJob<PublicationView>(`/api/v1/briefings/${id}/publication`, ({ briefingId }) => {
    if (briefingId !== null) router.push(briefingPath(briefingId))
  })
  const { asked } = job
  // What is published leads to its page, which may take a moment.
  const pending = job.running || asked?.job?.status === 'done'
  return (
    <Dialog
      open={open}
      onClose={pending ? () => undefined : onClose}
      title="Publish this briefing"
      description={`“${title}” is frozen with its data, its method and its seal. It cannot be changed or deleted afterwards, only replaced by a newer one.`}
      actions={
        <>
          {/* While it runs, the button beside its progress gives it up. */}
          {!pending && <Button onClick={onClose}>Cancel</Button>}
          <Button
            variant="primary"
            disabled={
              pending || !seen || (mismatches > 0 && !unmatchedSeen) || (supersedes !== null && reason.trim() === '')
            }
            onClick={() => job.start({ baseRevision, reason, unmatchedSeen })}
          >
            {pending ? 'Publishing…' : 'Publish'}
          </Button>
        </>
      }
    >
      <div className="space-y-3">
        {asked && asked.error !== '' && <Callout tone="danger" role="alert" title={asked.error} />}
        {asked?.job?.status === 'cancelled' && <Callout role="status" title="Given up. Nothing was published." />}
        {findings > 0 && (
          <Callout tone="warning" title={`The checks found ${formatPlural(findings, 'thing')} to look at`}>
            <p>It can be published all the same.</p>
          </Callout>
        )}
        {unsaved > 0 && (
          <Callout tone="warning" title={`${formatPlural(unsaved, 'text')} that you typed and did not save`}>
            <p>What is not saved is not published.</p>
          </Callout>
        )}
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <MarkLabel mark={mark} /> <span>It is for {MARK_WORDS[mark]}.</span>
        </div>
        {supersedes && (
          <>
            <p className="text-sm">It replaces briefing {supersedes}, which stays readable and says so.</p>
            <Field name="reason" label="Why it is replaced" hint="Readers of the one before see it, with what changed.">
              {(control) => (
                <Textarea
                  {...control}
                  rows={2}
                  maxLength={1000}
                  value={reason}
                  readOnly={pending}
                  onChange={({ target }) => setReason(target.value)}
                />
              )}
            </Field>
          </>
        )}
        {mismatches > 0 && (
          <Checkbox
            label={`I have looked at the ${formatPlural(mismatches, 'sentence')} whose numbers no longer match`}
            checked={unmatchedSeen}
            onChange={({ target }) => setUnmatchedSeen(target.checked)}
          />
        )}
        <Checkbox
          label="The mark is right, and I have read the briefing"
          checked={seen}
          onChange={({ target }) => setSeen(target.checked)}
        />
        {job.running && (
          <JobProgress
            label="Progress of the publication"
            share={asked?.job?.progress ?? 0}
            mayCancel={asked?.job !== null}
            note={asked?.note ?? ''}
            onCancel={job.cancel}
          />
        )}
      </div>
    </Dialog>
  )
}
