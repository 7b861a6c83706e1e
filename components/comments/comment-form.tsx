'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type KeyboardEvent, useId, useRef, useState, useTransition } from 'react'
import { MentionList, mentionOptionId } from '@/components/comments/mention-list'
import { useCommentDraft } from '@/components/comments/use-comment-draft'
import { useMentions } from '@/components/comments/use-mentions'
import { commandOf } from '@/components/incidents/form/shortcuts'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { Textarea } from '@/components/ui/textarea'
import { addCommentAction } from '@/lib/comments/actions'
import { MOST_CHARACTERS } from '@/lib/comments/schema'
import type { Mentionable } from '@/lib/comments/views'

/** From here on the form says how much room is left. */
const NEAR_THE_END = MOST_CHARACTERS - 400

const UNREACHABLE =
  'The server could not be reached, so it is not known whether this was said. Your words are kept; sending them again is safe.'

export interface CommentFormProps {
  login: string
  dyadId: string
  id: string
  /** The thread that is answered; null begins one. */
  threadOf: number | null
  people: readonly Mentionable[]
}

/** Says something about an incident. What is typed stays in the browser until the server has it. */
export function CommentForm({ login, dyadId, id, threadOf, people }: CommentFormProps) {
  const router = useRouter()
  const listId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { text, change, restored, kept } = useCommentDraft(`${login}:${dyadId}/${id}:${threadOf ?? 'new'}`)
  const mentions = useMentions({ area, text, change, people })
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()
  const open = mentions.found.length > 0
  const name = `comment-on-${threadOf ?? 'incident'}`

  const send = () => {
    if (pending) return
    mentions.close()
    startTransition(async () => {
      try {
        const result = await addCommentAction({ dyadId, id, threadOf, body: text })
        if (!result.ok) return setProblem(Object.values(result.fieldErrors ?? {}).flat()[0] ?? result.message)
        setProblem(null)
        change('')
        router.refresh()
      } catch (error) {
        console.warn('The comment got no answer.', error)
        setProblem(UNREACHABLE)
      }
    })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.takeKey(event)) return
    if (commandOf(event.nativeEvent) !== 'save') return
    event.preventDefault()
    send()
  }
  const left = MOST_CHARACTERS - text.trim().length
  return (
    <form onSubmit={onSubmit} className="space-y-2" data-print="hide">
      {problem && <Callout tone="danger" role="alert" title={problem} />}
      <Field
        name={name}
        label={threadOf === null ? 'Begin a thread' : 'Reply'}
        error={left < 0 ? `${-left} characters too many.` : undefined}
        hint={text.length > NEAR_THE_END && left >= 0 ? `${left} characters left.` : undefined}
      >
        {(control) => (
          <div className="relative">
            <Textarea
              {...control}
              ref={area}
              rows={threadOf === null ? 2 : 1}
              value={text}
              readOnly={pending}
              placeholder="@ mentions somebody"
              aria-autocomplete="list"
              aria-controls={open ? listId : undefined}
              aria-activedescendant={open ? mentionOptionId(listId, mentions.active) : undefined}
              onChange={(event) => {
                change(event.target.value)
                mentions.look()
              }}
              onKeyDown={onKeyDown}
              onClick={mentions.look}
              onBlur={mentions.close}
            />
            {open && (
              <MentionList id={listId} people={mentions.found} active={mentions.active} onPick={mentions.pick} />
            )}
          </div>
        )}
      </Field>
      {restored && <p className="text-xs text-muted">What you had typed is here again.</p>}
      {!kept && <p className="text-xs text-warning">This browser keeps no drafts: what you type lives only here.</p>}
      {text.trim() !== '' && (
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" size="sm" variant="primary" disabled={pending || left < 0}>
            {pending ? 'Sending…' : threadOf === null ? 'Comment' : 'Reply'}
          </Button>
          <span className="hidden text-xs text-muted sm:inline">
            <Kbd>⌘</Kbd> or <Kbd>Ctrl</Kbd> with <Kbd>↵</Kbd> sends
          </span>
        </div>
      )}
    </form>
  )
}
