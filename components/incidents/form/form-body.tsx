'use client'

import { type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react'
import { FormProvider, type UseFormReturn } from 'react-hook-form'
import { AnswersField } from '@/components/incidents/form/answers-field'
import { CodingAside } from '@/components/incidents/form/coding-aside'
import { IndicatorFields } from '@/components/incidents/form/indicator-fields'
import { MoreFields } from '@/components/incidents/form/more-fields'
import type { IncidentKey } from '@/components/incidents/form/requests'
import { commandOf } from '@/components/incidents/form/shortcuts'
import { SourceFields } from '@/components/incidents/form/source-fields'
import { TellingFields } from '@/components/incidents/form/telling-fields'
import { WhenFields } from '@/components/incidents/form/when-fields'
import { WhoFields } from '@/components/incidents/form/who-fields'
import { Held } from '@/components/ui/held'
import type { FormValues } from '@/lib/incidents/form-values'
import type { IncidentRow } from '@/lib/incidents/views'

interface FormBodyProps {
  form: UseFormReturn<FormValues>
  element: RefObject<HTMLFormElement | null>
  dyadIds: string[]
  /** The incident that is edited. */
  editing?: IncidentKey
  /** The incident that this one answers, where the page has it at hand. */
  answered?: IncidentRow
  /** What it says is on its way. */
  busy: boolean
  onSave: (next: boolean) => void
  /** Above the fields, at their end, and under them. */
  before?: ReactNode
  extra?: ReactNode
  after: ReactNode
}

const SINGLE_LINE = 'input:not([type=radio]):not([type=checkbox])'

/** The fields of an incident, in the order in which a coder meets them, and their keys. */
export function FormBody(props: FormBodyProps) {
  const { form, element, dyadIds, editing, answered, busy, onSave, before, extra, after } = props
  const values = form.getValues()
  // The combobox takes Enter for its choice: the command is read on the way down and runs once the choice is made.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const command = commandOf(event.nativeEvent)
    if (command) setTimeout(() => onSave(command === 'save-and-next'))
  }
  // Enter in a field must not send a form that is half filled in.
  const onKeyDown = (event: KeyboardEvent) => {
    const inField = event.target instanceof Element && event.target.matches(`${SINGLE_LINE}, select`)
    const sends = event.key === 'Enter' && (inField || commandOf(event.nativeEvent) !== null)
    if (sends) event.preventDefault()
  }
  useEffect(() => {
    const field = element.current
    // For the browser's checks of the page in the background and for tests: the form takes keys from here on.
    field?.setAttribute('data-ready', '')
  }, [element])
  return (
    <FormProvider {...form}>
      <form
        ref={element}
        noValidate
        // The bar at the foot must not hide what the Tab key reaches.
        className="[&_:is(input,select,textarea,summary,button)]:scroll-mt-4 [&_:is(input,select,textarea,summary,button)]:scroll-mb-36"
        autoComplete="off"
        aria-label={editing ? 'Edit the incident' : 'Log an incident'}
        onKeyDownCapture={onKeyDownCapture}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault()
          onSave(false)
        }}
      >
        {before}
        <Held busy={busy} className="grid gap-x-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0">
            <WhoFields dyadIds={dyadIds} />
            <WhenFields />
            <IndicatorFields />
            <TellingFields exclude={editing} />
            <SourceFields />
            <AnswersField known={answered} own={editing?.id} />
            <MoreFields
              open={Boolean(values.tags || values.location || values.actorType || values.dateBasis || values.note)}
            />
            {extra}
          </div>
          <CodingAside />
        </Held>
        {after}
      </form>
    </FormProvider>
  )
}
