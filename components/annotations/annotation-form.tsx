'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState, useTransition } from 'react'
import { fieldsOf, NO_FIELDS } from '@/components/annotations/annotation-fields'
import { ConflictNote } from '@/components/annotations/conflict-note'
import { useKeptAnnotation } from '@/components/annotations/use-kept-annotation'
import { commandOf } from '@/components/incidents/form/shortcuts'
import { settle } from '@/components/review/settle'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { createAnnotationAction, editAnnotationAction } from '@/lib/annotations/actions'
import { MOST_CHARACTERS } from '@/lib/annotations/schema'
import type { AnnotationConflict, AnnotationView } from '@/lib/annotations/views'
import type { FieldErrors } from '@/lib/errors'

interface AnnotationFormProps {
  login: string
  dyadId: string
  /** The one that is edited; null writes a new one. */
  annotation: AnnotationView | null
  onDone: () => void
}

interface Problem {
  message: string
  fieldErrors: FieldErrors
  conflict: AnnotationConflict | null
}

const isConflict = (detail: unknown): detail is AnnotationConflict =>
  typeof detail === 'object' && detail !== null && 'theirs' in detail

/** Writes an annotation, or changes one. What is typed stays in the browser until the server has it. */
export function AnnotationForm({ login, dyadId, annotation, onDone }: AnnotationFormProps) {
  const router = useRouter()
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const start = annotation
    ? { fields: { ...fieldsOf(annotation), reason: '' }, id: annotation.id, base: annotation.revision }
    : { fields: NO_FIELDS, id: '', base: 0 }
  const typed = useKeptAnnotation(`${login}:${dyadId}:${annotation?.id ?? 'new'}`, start)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [pending, startTransition] = useTransition()
  useEffect(() => first.current?.focus(), [])

  const save = (base: number) =>
    startTransition(async () => {
      const { date, dateEnd, text, reason } = typed.fields
      const content = { dyadId, id: typed.id, date, dateEnd, text }
      const result = await settle(
        base === 0 ? createAnnotationAction(content) : editAnnotationAction({ ...content, reason, baseRevision: base }),
      )
      if (result.ok) {
        typed.forget()
        onDone()
        router.refresh()
        return
      }
      const conflict = result.code === 'CONFLICT' && isConflict(result.detail) ? result.detail : null
      setProblem({ message: result.message, fieldErrors: result.fieldErrors ?? {}, conflict })
    })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!pending) save(typed.base)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (commandOf(event.nativeEvent) !== 'save') return
    event.preventDefault()
    if (!pending) save(typed.base)
  }
  const cancel = () => {
    typed.forget()
    onDone()
  }
  const takeMine = (theirs: number) => {
    typed.rebase(theirs)
    setProblem(null)
    save(theirs)
  }
  const takeTheirs = () => {
    cancel()
    router.refresh()
  }
  const errorOf = (name: string) => problem?.fieldErrors[name]
  const left = MOST_CHARACTERS - typed.fields.text.trim().length
  const field = (name: 'date' | 'dateEnd' | 'text' | 'reason') => ({
    value: typed.fields[name],
    readOnly: pending,
    onChange: (event: { target: { value: string } }) => typed.change({ [name]: event.target.value }),
  })
  return (
    <form
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      noValidate
      aria-label={annotation ? 'Change an annotation' : 'Write an annotation'}
      className="grid gap-3 sm:grid-cols-[10rem_10rem_minmax(0,1fr)]"
      data-print="hide"
    >
      {problem && (
        <div className="sm:col-span-3">
          {problem.conflict ? (
            <ConflictNote
              conflict={problem.conflict}
              onMine={() => problem.conflict && takeMine(problem.conflict.theirs.revision)}
              onTheirs={takeTheirs}
            />
          ) : (
            <Callout tone="danger" role="alert" title={problem.message} />
          )}
        </div>
      )}
      <Field label="Date" name="date" id={`${id}-date`} error={errorOf('date')} required>
        {(control) => <TextInput {...control} ref={first} type="date" {...field('date')} />}
      </Field>
      <Field label="Last day, for a span" name="dateEnd" id={`${id}-dateEnd`} error={errorOf('dateEnd')}>
        <TextInput type="date" {...field('dateEnd')} />
      </Field>
      <Field
        label="What the charts should say"
        name="text"
        id={`${id}-text`}
        error={left < 0 ? `${-left} characters too many.` : errorOf('text')}
        required
      >
        <Textarea rows={1} {...field('text')} />
      </Field>
      {typed.base > 0 && (
        <Field
          label="Why it is changed"
          name="reason"
          id={`${id}-reason`}
          error={errorOf('reason')}
          className="sm:col-span-3"
          required
        >
          <TextInput autoComplete="off" {...field('reason')} />
        </Field>
      )}
      <div className="flex flex-wrap items-center gap-2 sm:col-span-3">
        <Button type="submit" variant="primary" size="sm" disabled={pending || left < 0 || typed.id === ''}>
          {pending ? 'Saving…' : 'Save'}
        </Button>
        <Button variant="quiet" size="sm" onClick={cancel} disabled={pending}>
          Cancel
        </Button>
        {typed.restored && <span className="text-xs text-muted">What you had typed is here again.</span>}
        {!typed.kept && (
          <span className="text-xs text-warning">This browser keeps no drafts: what you type lives only here.</span>
        )}
      </div>
    </form>
  )
}
