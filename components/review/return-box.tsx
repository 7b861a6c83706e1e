'use client'

import { type KeyboardEvent, useState } from 'react'
import { commandOf } from '@/components/incidents/form/shortcuts'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { Textarea } from '@/components/ui/textarea'

interface ReturnBoxProps {
  busy: boolean
  error?: readonly string[]
  onSend: (comment: string) => void
  onClose: () => void
}

/** What must change before it can be approved: the comment with which an incident is sent back. */
export function ReturnBox({ busy, error, onSend, onClose }: ReturnBoxProps) {
  const [comment, setComment] = useState('')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (commandOf(event.nativeEvent) !== 'save') return
    else if (!busy) onSend(comment)
    event.preventDefault()
  }
  return (
    <form
      aria-label="Send it back"
      className="mt-3 border-t pt-3"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        onSend(comment)
      }}
    >
      <Field name="comment" label="What has to change" required error={error}>
        {(control) => (
          <Textarea
            {...control}
            autoFocus
            rows={2}
            maxLength={500}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" disabled={busy}>
          {busy ? 'Sending…' : 'Send it back'}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <span className="hidden text-xs text-muted sm:inline">
          <Kbd>⌘</Kbd> or <Kbd>Ctrl</Kbd> with <Kbd>↵</Kbd> sends, <Kbd>Esc</Kbd> closes
        </span>
      </div>
    </form>
  )
}
