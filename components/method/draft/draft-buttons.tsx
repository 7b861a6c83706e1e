'use client'

import { useState } from 'react'
import { DiscardDialog } from '@/components/method/draft/discard-dialog'
import { PublishDialog } from '@/components/method/draft/publish-dialog'
import type { DraftForm } from '@/components/method/draft/use-draft-form'
import { Button } from '@/components/ui/button'
import type { MethodParameters } from '@/lib/core/scoring'
import { changesBetween } from '@/lib/method/parameter-changes'

interface DraftButtonsProps {
  form: DraftForm
  inUse: { id: string; parameters: MethodParameters }
  mayPublish: boolean
  dyads: number
}

/** Why a draft cannot be published as it stands; null where it can. */
function hindrance({ dirty, judged }: DraftForm, changes: number): string | null {
  if (dirty) return 'Save the draft before it is published.'
  if (!judged.ok) return 'Some fields need another look before it is published.'
  return changes === 0 ? 'It says the same as the version in use, so there is nothing to publish.' : null
}

/** What can be done with the draft: save, go back, publish, discard. */
export function DraftButtons({ form, inUse, mayPublish, dyads }: DraftButtonsProps) {
  const [opened, setOpened] = useState<'publish' | 'discard' | null>(null)
  const { start, judged, dirty, busy, reset } = form
  const isNew = start.id === 'new'
  const changes = judged.ok ? changesBetween(inUse.parameters, judged.parameters) : []
  const why = hindrance(form, changes.length)
  const close = () => setOpened(null)
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={busy || (!dirty && !isNew)}>
          {busy ? 'Saving…' : 'Save draft'}
        </Button>
        {dirty && <Button onClick={reset}>Undo changes</Button>}
        {!isNew && mayPublish && (
          <Button disabled={why !== null} aria-describedby="publish-why" onClick={() => setOpened('publish')}>
            Publish…
          </Button>
        )}
        {!isNew && (
          <Button variant="danger" onClick={() => setOpened('discard')}>
            Discard…
          </Button>
        )}
      </div>
      {!isNew && mayPublish && why !== null && (
        <p id="publish-why" className="mt-2 text-xs text-muted">
          {why}
        </p>
      )}
      {!isNew && !mayPublish && <p className="mt-2 text-xs text-muted">An admin can publish it.</p>}
      {!isNew && (
        <>
          <PublishDialog
            open={opened === 'publish'}
            onClose={close}
            draft={start}
            inUse={inUse.id}
            onStale={form.takeIn}
            {...{ changes, dyads }}
          />
          <DiscardDialog open={opened === 'discard'} onClose={close} draft={start} onDiscarded={reset} />
        </>
      )}
    </>
  )
}
