'use client'

import { type KeyboardEvent, useState } from 'react'
import { useCommentDraft } from '@/components/comments/use-comment-draft'
import { commandOf } from '@/components/incidents/form/shortcuts'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { Textarea } from '@/components/ui/textarea'
import { MOST_RETURN_CHARACTERS } from '@/lib/review/schema'

/** From here on the box says how much room is left. */
const NEAR_THE_END = MOST_RETURN_CHARACTERS - 100

interface ReturnBoxProps {
  /** Tells the comment apart from all others of this browser: who writes it, about which incident. */
  name: string
  open: boolean
  busy: boolean
  /** False where the incident does not wait any more: then the words are kept, and nothing can be sent. */
  canSend: boolean
  error?: readonly string[]
  onSend: (comment: string, onSent: () => void) => void
  onOpen: () => void
  onClose: () => void
}

const tooMany = (characters: number) => `${characters} characters too many: at most ${MOST_RETURN_CHARACTERS}.`

/**
 * What must change before it can be approved: the comment with which an incident is sent back. What is typed stays in the
 * browser until the server has it, whatever is opened or decided in between.
 */
export function ReturnBox({ name, open, busy, canSend, error, onSend, onOpen, onClose }: ReturnBoxProps) {
  const { text, change, restored, kept } = useCommentDraft(`${name}:return`)
  const [tried, setTried] = useState(false)
  const left = MOST_RETURN_CHARACTERS - text.trim().length
  const sendable = canSend && left >= 0
  const send = () => {
    setTried(true)
    if (!busy && sendable)
      onSend(text, () => {
        change('')
        setTried(false)
      })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (commandOf(event.nativeEvent) !== 'save') return
    else send()
    event.preventDefault()
  }
  if (!open) {
    if (text.trim() === '') return null
    return (
      <p className="mt-2 flex flex-wrap items-center gap-x-3 text-sm text-muted">
        <span className="min-w-0 truncate">A comment that you began is kept: “{text.trim()}”</span>
        <Button size="sm" variant="quiet" onClick={onOpen}>
          Go on with it
        </Button>
      </p>
    )
  }
  return (
    <form
      aria-label="Send it back"
      className="mt-3 border-t pt-3"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {!canSend && (
        <p role="status" className="mb-2 text-sm text-warning">
          It does not wait for review any more, so it cannot be sent back. Your words are kept here; say them as a
          comment on the incident if they still hold.
        </p>
      )}
      <Field
        name="comment"
        label="What has to change"
        required
        error={left < 0 ? tooMany(-left) : tried ? error : undefined}
        hint={left >= 0 && text.length > NEAR_THE_END ? `${left} characters left.` : undefined}
      >
        {(control) => (
          <Textarea
            {...control}
            autoFocus
            rows={2}
            readOnly={busy}
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Field>
      {restored && <p className="mt-1 text-xs text-muted">What you had typed is here again.</p>}
      {!kept && (
        <p className="mt-1 text-xs text-warning">This browser keeps no drafts: what you type lives only here.</p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" disabled={busy || !sendable}>
          {busy ? 'Sending…' : 'Send it back'}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
        <span className="hidden text-xs text-muted sm:inline">
          <Kbd>⌘</Kbd> or <Kbd>Ctrl</Kbd> with <Kbd>↵</Kbd> sends, <Kbd>Esc</Kbd> closes and keeps it
        </span>
      </div>
    </form>
  )
}
