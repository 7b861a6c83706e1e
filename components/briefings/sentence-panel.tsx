'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'
import { SentenceFacts } from '@/components/briefings/sentence-facts'
import { type PlacedSentence, textOf } from '@/components/briefings/sentences'
import { Instant } from '@/components/incidents/detail/instant'
import { commandOf } from '@/components/incidents/form/shortcuts'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { Textarea } from '@/components/ui/textarea'
import type { Sentence } from '@/lib/briefings/model/document'
import type { Figures } from '@/lib/briefings/model/figures'
import { MOST_SENTENCE_CHARACTERS } from '@/lib/briefings/schema'

interface SentencePanelProps {
  placed: PlacedSentence
  /** Its place among all, from 1, and how many there are. */
  place: { at: number; of: number }
  figures: Figures
  titles: Readonly<Record<string, string>>
  /** What is typed and not saved; undefined where nothing is. */
  typed: string | undefined
  editing: boolean
  pending: boolean
  keeps: boolean
  onStep: (step: 1 | -1) => void
  onEdit: () => void
  onType: (text: string) => void
  onSave: () => void
  onLeave: () => void
  onDiscard: () => void
  onTakeBack: () => void
}

/** Who wrote the sentence; for somebody’s words also what the rules say now, and numbers that are none of its figures. */
function Author({ by }: Pick<Sentence, 'by'>) {
  if (by.kind === 'rules') return <p className="text-xs text-muted">Written by the rules</p>
  return (
    <div className="space-y-1.5 text-sm">
      <p className="text-xs text-muted">
        Edited by {by.name}, <Instant at={by.at} />
      </p>
      {by.unmatched.length > 0 && (
        <p className="text-warning">
          <span aria-hidden="true">⚠ </span>
          {by.unmatched.join(', ')}: {by.unmatched.length === 1 ? 'this number is' : 'these numbers are'} none of its
          figures any more.
        </p>
      )}
      <p>
        <span className="text-xs text-muted">The rules say now: </span>
        {textOf(by.rules)}
      </p>
    </div>
  )
}

/** The chosen sentence: what it says, who says it, what it rests on; and the editor. */
export function SentencePanel(props: SentencePanelProps) {
  const { placed, place, typed, editing, pending, onStep, onEdit, onType, onSave, onLeave } = props
  const { sentence, section } = placed
  const area = useRef<HTMLTextAreaElement>(null)
  const edit = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  const text = textOf(sentence.runs)
  useEffect(() => {
    // The editor that had the focus is gone; where the sentence is not in sight, it does not take it.
    if (wasEditing.current && !editing && document.activeElement === document.body) edit.current?.focus()
    wasEditing.current = editing
    if (!editing) return
    area.current?.focus()
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length)
  }, [editing])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onLeave()
    } else if (commandOf(event.nativeEvent) === 'save') {
      event.preventDefault()
      onSave()
    }
  }
  return (
    <div className="space-y-3">
      <div className="flex items-center justify-between gap-2">
        <p className="min-w-0 text-xs text-muted">
          {section.title} · sentence {place.at} of {place.of}
        </p>
        <span className="flex shrink-0">
          <Button size="sm" variant="quiet" aria-label="Sentence before" onClick={() => onStep(-1)}>
            <span aria-hidden="true">↑</span>
          </Button>
          <Button size="sm" variant="quiet" aria-label="Next sentence" onClick={() => onStep(1)}>
            <span aria-hidden="true">↓</span>
          </Button>
        </span>
      </div>
      {editing ? (
        <div className="space-y-2">
          <Field label="Your words for this sentence" name="sentence-words">
            {(control) => (
              <Textarea
                {...control}
                ref={area}
                rows={4}
                value={typed ?? text}
                maxLength={MOST_SENTENCE_CHARACTERS}
                onChange={(event) => onType(event.target.value)}
                onKeyDown={onKeyDown}
              />
            )}
          </Field>
          <div className="flex flex-wrap items-center gap-2">
            <Button size="sm" variant="primary" disabled={pending || (typed ?? text).trim() === ''} onClick={onSave}>
              {pending ? 'Saving…' : 'Save'}
            </Button>
            <Button size="sm" variant="quiet" disabled={pending} onClick={onLeave}>
              Leave
            </Button>
            {typed !== undefined && (
              <Button size="sm" variant="quiet" disabled={pending} onClick={props.onDiscard}>
                Discard what I typed
              </Button>
            )}
          </div>
          <p className="text-xs text-muted">
            <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> saves, <Kbd>Esc</Kbd> leaves; what is typed is kept here until it is saved.
          </p>
          {!props.keeps && (
            <p className="text-xs text-warning">This browser keeps no drafts: what you type lives only here.</p>
          )}
        </div>
      ) : (
        <div className="space-y-2">
          <p className="break-words">{text}</p>
          {typed !== undefined && (
            <p className="text-xs text-warning">
              <span aria-hidden="true">⚠ </span>Not saved yet: “{typed}”
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            <Button ref={edit} size="sm" onClick={onEdit}>
              {typed === undefined ? 'Edit' : 'Go on editing'} <Kbd>Enter</Kbd>
            </Button>
            {sentence.by.kind === 'edited' && (
              <Button size="sm" disabled={pending} onClick={props.onTakeBack}>
                Take the edit back
              </Button>
            )}
          </div>
        </div>
      )}
      <Author by={sentence.by} />
      <div className="border-t pt-3">
        <SentenceFacts sentence={sentence} figures={props.figures} titles={props.titles} />
      </div>
    </div>
  )
}
