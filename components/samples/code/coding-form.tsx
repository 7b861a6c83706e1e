'use client'

import { useEffect, useState, useTransition } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { CodingAside } from '@/components/incidents/form/coding-aside'
import { formPaths } from '@/components/incidents/form/field-errors'
import { FormField } from '@/components/incidents/form/form-field'
import { Section } from '@/components/incidents/form/section'
import { commandOf } from '@/components/incidents/form/shortcuts'
import { settle } from '@/components/review/settle'
import { HandInBar } from '@/components/samples/code/hand-in-bar'
import { UnitText } from '@/components/samples/code/unit-text'
import { useCodingDraft } from '@/components/samples/code/use-coding-draft'
import { CodingFields, choiceOf } from '@/components/samples/coding-fields'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Held } from '@/components/ui/held'
import { Textarea } from '@/components/ui/textarea'
import { fieldErrorsOf } from '@/lib/form-action'
import { emptyValues } from '@/lib/incidents/form-defaults'
import type { FormValues } from '@/lib/incidents/form-values'
import { submitCodingAction } from '@/lib/samples/actions'
import { codingSchema } from '@/lib/samples/schema'
import type { UnitToCode } from '@/lib/samples/views'

const FIELDS = ['code', 'confidence', 'date', 'credibility', 'note'] as const

interface CodingFormProps {
  unit: UnitToCode
  login: string
  later: number | null
  /** Told when the unit turned out to be handed in before and the coder has seen it, so that the page goes on. */
  onGone: (message: string) => void
}

/** One unit: what happened at the left, how it is coded at the right. ⌘ or Ctrl with Enter hands it in. */
export function CodingForm({ unit, login, later, onGone }: CodingFormProps) {
  const { sampleId, ordinal } = unit
  const form = useForm<FormValues>({ defaultValues: emptyValues(), shouldFocusError: false })
  const [uncodable, setUncodable] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [gone, setGone] = useState(false)
  const [pending, startTransition] = useTransition()
  const draft = useCodingDraft(`${login}:${sampleId}:${ordinal}`, form, uncodable, setUncodable)

  const showErrors = (errors: Record<string, string>) => {
    const wrong = FIELDS.filter((field) => errors[field] !== undefined)
    for (const field of wrong) form.setError(field, { message: errors[field] })
    if (wrong.length > 0) form.setFocus(wrong[0])
  }
  const handIn = () => {
    if (pending) return
    form.clearErrors()
    setProblem(null)
    const values = form.getValues()
    const { note } = values
    const input = { sampleId, ordinal, codable: !uncodable, note, ...(uncodable ? {} : choiceOf(values)) }
    const parsed = codingSchema.safeParse(input)
    if (!parsed.success) return showErrors(formPaths(fieldErrorsOf(parsed.error.issues)))
    startTransition(async () => {
      const result = await settle(submitCodingAction(parsed.data))
      if (result.ok) return draft.forget()
      setProblem(result.message)
      setGone(result.code === 'CONFLICT')
      showErrors(formPaths(result.fieldErrors ?? {}))
    })
  }
  const goOn = () => {
    draft.forget()
    onGone(problem ?? '')
  }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // What is pressed in a dialog over the page is not meant.
      if (commandOf(event) !== 'save' || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      handIn()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
  useEffect(() => {
    // On a touch screen a focused field would open the keyboard over the text that is to be read first.
    if (window.matchMedia('(pointer: fine)').matches) form.setFocus('code')
  }, [form])

  return (
    <FormProvider {...form}>
      <div className="grid grid-cols-1 items-start gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_20rem]">
        <div className="lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto">
          <UnitText unit={unit} />
        </div>
        <form
          aria-label="Your coding"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            handIn()
          }}
        >
          {draft.failed && (
            <Callout tone="warning" title="This browser keeps no drafts: hand in before you leave the page." />
          )}
          {problem && (
            <Callout tone="danger" role="alert" title={problem} className="mb-3">
              {gone && (
                <>
                  <p className="mb-2">What stands below was not handed in. Copy what you still need of it.</p>
                  <Button size="sm" onClick={goOn}>
                    Drop it and go on
                  </Button>
                </>
              )}
            </Callout>
          )}
          <Held busy={pending}>
            {!uncodable && <CodingFields />}
            <Section id="remark" title="Remark">
              <Checkbox
                label="Cannot be coded from these sources"
                checked={uncodable}
                onChange={(event) => setUncodable(event.target.checked)}
              />
              <FormField
                name="note"
                label={uncodable ? 'What the sources lack' : 'Note, if something was hard to decide'}
                required={uncodable}
              >
                {(control) => <Textarea rows={2} {...control} {...form.register('note')} />}
              </FormField>
            </Section>
          </Held>
          <HandInBar pending={pending} sampleId={sampleId} later={later} />
        </form>
        <CodingAside />
      </div>
    </FormProvider>
  )
}
