'use client'

import { type FormEvent, useState } from 'react'
import { templateChoices } from '@/components/briefings/choices'
import { LanguageAndMark } from '@/components/briefings/language-and-mark'
import { WeekFields } from '@/components/briefings/week-fields'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { DraftSettings } from '@/lib/briefings/schema'
import type { TemplateView } from '@/lib/briefings/views'
import type { FieldErrors } from '@/lib/errors'

interface DraftSettingsFormProps {
  settings: DraftSettings
  templates: readonly Pick<TemplateView, 'id' | 'name'>[]
  /** The title as it is typed and not saved. */
  typedTitle: string | undefined
  errors: FieldErrors | undefined
  pending: boolean
  onTitle: (title: string) => void
  onSave: (settings: DraftSettings) => void
}

/** What a draft is made by, but for its sections and its sentences. */
export function DraftSettingsForm(props: DraftSettingsFormProps) {
  const { settings, templates, typedTitle, errors, pending, onTitle, onSave } = props
  const [changed, setChanged] = useState<Partial<DraftSettings>>({})
  const shown = { ...settings, ...changed }
  const title = typedTitle ?? settings.title
  const set = (change: Partial<DraftSettings>) => setChanged({ ...changed, ...change })
  const dirty =
    title !== settings.title || Object.entries(changed).some(([key, value]) => Reflect.get(settings, key) !== value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave({ ...shown, title })
  }
  return (
    <form onSubmit={submit} noValidate aria-label="Settings" className="space-y-3">
      <Field label="Title" name="title" error={errors?.title}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            placeholder="As the rules write it"
            value={title}
            onChange={(event) => onTitle(event.target.value)}
          />
        )}
      </Field>
      <WeekFields
        kind={shown.kind}
        fromWeek={shown.fromWeek}
        toWeek={shown.toWeek}
        errors={errors}
        onChange={(fromWeek, toWeek) => set({ fromWeek, toWeek })}
      />
      <LanguageAndMark language={shown.language} mark={shown.mark} errors={errors} onChange={set} />
      <Field label="Template" name="templateId" error={errors?.templateId}>
        <Select
          options={templateChoices(templates)}
          value={shown.templateId ?? ''}
          onChange={({ target }) => set({ templateId: target.value === '' ? null : target.value })}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="sm" variant={dirty ? 'primary' : 'secondary'} disabled={pending || !dirty}>
          {pending ? 'Saving…' : 'Save the settings'}
        </Button>
        {dirty && !pending && <span className="text-xs text-warning">Not saved yet</span>}
      </div>
    </form>
  )
}
