'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useState, useTransition } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { CodingAside } from '@/components/incidents/form/coding-aside'
import { formPaths } from '@/components/incidents/form/field-errors'
import { FormField } from '@/components/incidents/form/form-field'
import { Section } from '@/components/incidents/form/section'
import { commandOf } from '@/components/incidents/form/shortcuts'
import { settle } from '@/components/review/settle'
import { CodingsTable } from '@/components/samples/adjudicate/codings-table'
import { LeftOver } from '@/components/samples/adjudicate/left-over'
import { type CodingOption, optionsOf } from '@/components/samples/adjudicate/options'
import { chosenOf, touchedParts } from '@/components/samples/adjudicate/rebase'
import { ResolutionNotices } from '@/components/samples/adjudicate/resolution-notices'
import { UnitHead } from '@/components/samples/adjudicate/unit-head'
import { useResolutionDraft } from '@/components/samples/adjudicate/use-resolution-draft'
import { SourceList } from '@/components/samples/code/unit-text'
import { CodingFields, choiceOf } from '@/components/samples/coding-fields'
import { usePageKeys } from '@/components/shell/page-keys'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Textarea } from '@/components/ui/textarea'
import { fieldErrorsOf } from '@/lib/form-action'
import { emptyValues } from '@/lib/incidents/form-defaults'
import type { FormValues } from '@/lib/incidents/form-values'
import type { Status } from '@/lib/incidents/schema'
import { adjudicateAction } from '@/lib/samples/actions'
import { isBacked } from '@/lib/samples/choice'
import { adjudicateSchema } from '@/lib/samples/schema'
import type { UnitToResolve } from '@/lib/samples/views'

const FIELDS = ['code', 'confidence', 'date', 'credibility', 'reason'] as const

interface ResolveFormProps {
  sampleId: string
  unit: UnitToResolve
  login: string
  /** Told what became of the resolution: it counts, or it waits for review. */
  onResolved: (status: Status) => void
  /** Asks the server how the unit stands, where somebody else was faster. */
  onStale: () => void
  /** Moves to the disagreement before or after this one. */
  onMove: (step: 1 | -1) => void
}

const isPicked = ({ values }: CodingOption, typed: FormValues): boolean =>
  values !== null &&
  values.code === typed.code &&
  values.date === typed.date &&
  values.credibility === typed.credibility &&
  values.confidence === typed.confidence

/** Whether what is chosen is whole, and nobody but the chooser stands behind it: it then goes to review. */
function isAlone(typed: FormValues, { now, codings }: UnitToResolve): boolean {
  const parsed = adjudicateSchema.shape.choice.safeParse(choiceOf(typed))
  return parsed.success && !isBacked(parsed.data, now, codings)
}

/** Server errors name a chosen field `choice.code`; the form calls it `code`. */
const withoutChoice = (errors: Record<string, string>) =>
  Object.fromEntries(Object.entries(errors).map(([path, sentence]) => [path.replace(/^choice\./, ''), sentence]))

/** One disagreement: the codings, what is chosen of them, why; sources and anchors beside. */
export function ResolveForm({ sampleId, unit, login, onResolved, onStale, onMove }: ResolveFormProps) {
  const { now, hindrance, ordinal, revision } = unit
  const options = optionsOf(unit)
  const { code, date, credibility, confidence } = now
  const counted = useMemo(
    () => chosenOf({ code, date, credibility, confidence }),
    [code, date, credibility, confidence],
  )
  const form = useForm<FormValues>({ defaultValues: { ...emptyValues(), ...counted }, shouldFocusError: false })
  const draft = useResolutionDraft(`${login}:${sampleId}:${ordinal}`, form, counted)
  const typed = { ...form.getValues(), ...useWatch({ control: form.control }) } as FormValues
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()

  const pick = ({ values }: CodingOption) => {
    if (hindrance !== null || values === null) return
    for (const field of ['code', 'date', 'credibility', 'confidence'] as const) form.setValue(field, values[field])
    form.clearErrors()
    form.setFocus('reason')
  }
  const showErrors = (errors: Record<string, string>) => {
    const wrong = FIELDS.filter((field) => errors[field] !== undefined)
    for (const field of wrong) form.setError(field, { message: errors[field] })
    if (wrong.length > 0) form.setFocus(wrong[0])
  }
  const resolve = () => {
    if (pending || hindrance !== null) return
    form.clearErrors()
    setProblem(null)
    const values = form.getValues()
    const input = { sampleId, ordinal, baseRevision: revision, choice: choiceOf(values), reason: values.reason }
    const parsed = adjudicateSchema.safeParse(input)
    if (!parsed.success) return showErrors(withoutChoice(formPaths(fieldErrorsOf(parsed.error.issues))))
    startTransition(async () => {
      const result = await settle(adjudicateAction(parsed.data))
      if (result.ok) {
        draft.forget()
        return onResolved(result.data.status)
      }
      setProblem(result.message)
      showErrors(withoutChoice(formPaths(result.fieldErrors ?? {})))
      if (result.code === 'CONFLICT') onStale()
    })
  }
  usePageKeys({
    j: () => onMove(1),
    k: () => onMove(-1),
    ...Object.fromEntries(options.map((option) => [option.key, () => pick(option)])),
  })
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      // What is pressed in a dialog over the page is not meant.
      if (commandOf(event) !== 'save' || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      resolve()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
  const leave = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur()
  }
  const picked = options.find((option) => isPicked(option, typed))
  const alone = isAlone(typed, unit)

  return (
    <FormProvider {...form}>
      <div className="min-w-0 space-y-4">
        <UnitHead unit={unit} />
        <ResolutionNotices failed={draft.failed} news={hindrance === null ? draft.news : []} problem={problem} />
        {hindrance !== null && <LeftOver typed={typed} touched={touchedParts(typed, counted)} onDrop={draft.forget} />}
        <div className="rounded border">
          <CodingsTable
            options={options}
            picked={hindrance === 'resolved' ? null : (picked?.key ?? null)}
            onPick={hindrance === null ? pick : undefined}
          />
        </div>
        {hindrance === null && (
          <form
            aria-label="Resolution"
            noValidate
            aria-busy={pending}
            onSubmit={(event) => {
              event.preventDefault()
              resolve()
            }}
          >
            <CodingFields />
            <Section id="why" title="Why">
              <FormField name="reason" label="Reason, kept in the incident’s history" required>
                {(control) => (
                  <Textarea rows={2} {...control} {...form.register('reason')} onKeyDown={leave} maxLength={500} />
                )}
              </FormField>
              <p role="status" className="mb-2 text-sm empty:hidden">
                {alone &&
                  'Neither a coder nor the record codes it so: somebody else has to approve it before it counts.'}
              </p>
              <div className="flex flex-wrap items-center gap-3">
                <Button type="submit" variant="primary" disabled={pending}>
                  {pending
                    ? 'Resolving…'
                    : picked?.key === '0'
                      ? 'Keep what counts'
                      : alone
                        ? 'Send to review'
                        : 'Resolve'}
                </Button>
                <Keys most={options.length - 1} />
              </div>
            </Section>
          </form>
        )}
      </div>
      <Beside>
        <h3 className="mb-2 text-sm font-semibold">Sources</h3>
        <SourceList sources={unit.sources} />
        {hindrance === null && (
          <div className="mt-6">
            <CodingAside />
          </div>
        )}
      </Beside>
    </FormProvider>
  )
}

function Beside({ children }: { children: ReactNode }) {
  return <div className="min-w-0 lg:col-start-2 xl:col-start-3">{children}</div>
}

function Keys({ most }: { most: number }) {
  return (
    <p className="hidden text-xs text-muted sm:block">
      <Kbd>0</Kbd> to <Kbd>{most}</Kbd> picks, <Kbd>Ctrl</Kbd> or <Kbd>⌘</Kbd> with <Kbd>↵</Kbd> resolves,{' '}
      <Kbd>Esc</Kbd> leaves the reason, <Kbd>j</Kbd> <Kbd>k</Kbd> move
    </p>
  )
}
