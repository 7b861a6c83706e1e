'use client'

import { useRef } from 'react'
import { DifferenceCard } from '@/components/method/draft/difference-card'
import { DraftButtons } from '@/components/method/draft/draft-buttons'
import type { DraftStart } from '@/components/method/draft/draft-state'
import { ParameterFieldsets } from '@/components/method/draft/parameter-fieldsets'
import { SaveWords } from '@/components/method/draft/save-words'
import { useDraftForm } from '@/components/method/draft/use-draft-form'
import { PreviewPanel } from '@/components/method/preview/preview-panel'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import type { MethodParameters } from '@/lib/core/scoring'
import { valuesOf } from '@/lib/method/form-values'
import type { PreviewChoice } from '@/lib/method/views'

/** A version that a draft can start from. */
export interface BaseVersion {
  id: string
  parameters: MethodParameters
}

interface DraftDeskProps {
  start: DraftStart
  /** Every version, the one in use first. */
  versions: readonly BaseVersion[]
  mayPublish: boolean
  choices: readonly PreviewChoice[]
}

/** A draft with everything that is done to it: its fields, what they change, and what that would do to the scores. */
export function DraftDesk({ start: first, versions, mayPublish, choices }: DraftDeskProps) {
  const element = useRef<HTMLFormElement>(null)
  const form = useDraftForm(first, element)
  const { start, fields, set, fill, judged, dirty, restored, word, serverErrors } = form
  const [inUse] = versions
  const faults = judged.ok ? [] : judged.faults
  const errors = { ...serverErrors, ...Object.fromEntries(faults.map(({ path, message }) => [path, message])) }
  const textOf = (path: string) => (path === 'title' || path === 'note' ? fields[path] : (fields.values[path] ?? ''))
  const startFrom = (id: string) => {
    const version = versions.find((one) => one.id === id)
    if (version) fill({ basedOn: id, values: valuesOf(version.parameters) })
  }
  return (
    <>
      <form
        ref={element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          form.save()
        }}
        className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]"
      >
        <div className="flex min-w-0 flex-col gap-6">
          {restored && (
            <Callout role="status">What you had typed and not saved is here again. “Undo changes” drops it.</Callout>
          )}
          <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
            <Field label="Title" name="title" error={errors.title} required>
              <TextInput maxLength={120} value={fields.title} onChange={({ target }) => set('title', target.value)} />
            </Field>
            {start.id === 'new' && (
              <Field label="Start from" name="basedOn" error={errors.basedOn} hint="Fills in that version’s values.">
                <Select
                  options={versions.map(({ id }, index) => ({
                    value: id,
                    label: `Version ${id}${index === 0 ? ', in use' : ''}`,
                  }))}
                  value={fields.basedOn}
                  onChange={({ target }) => startFrom(target.value)}
                />
              </Field>
            )}
            <Field
              label="Note"
              name="note"
              error={errors.note}
              hint="What the change is meant to do, and what it rests on."
              className="sm:col-span-2"
            >
              <Textarea
                rows={2}
                maxLength={4000}
                value={fields.note}
                onChange={({ target }) => set('note', target.value)}
              />
            </Field>
          </div>
          <ParameterFieldsets values={fields.values} inUse={inUse.parameters} errors={errors} onChange={set} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-6 lg:p-px lg:max-h-[calc(100vh-3rem)] lg:overflow-y-auto">
          <DifferenceCard inUse={inUse} basedOn={fields.basedOn} values={fields.values} judged={judged}>
            <DraftButtons form={form} inUse={inUse} mayPublish={mayPublish} dyads={choices.length} />
          </DifferenceCard>
          <SaveWords
            word={word}
            dirty={dirty}
            textOf={textOf}
            onTake={set}
            onSaveAsNew={() => form.save({ asNew: true })}
          />
        </div>
      </form>
      <PreviewPanel choices={choices} inUse={inUse} parameters={judged.ok ? judged.parameters : null} />
    </>
  )
}
