'use client'

import type { FormEvent } from 'react'
import type { ChangedSettings } from '@/components/briefings/changed-settings'
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
  /** What of them is changed and not saved. */
  changed: ChangedSettings
  templates: readonly Pick<TemplateView, 'id' | 'name'>[]
  errors: FieldErrors | undefined
  pending: boolean
  onChange: (change: ChangedSettings) => void
  onSave: () => void
}

/** What a draft is made by, but for its sections and its sentences. */
export function DraftSettingsForm(props: DraftSettingsFormProps) {
  const { settings, changed, templates, errors, pending, onChange, onSave } = props
  const shown = { ...settings, ...changed }
  const dirty = Object.keys(changed).length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (dirty) onSave()
  }
  return (
    <form onSubmit={submit} noValidate aria-label="Settings" className="space-y-3">
      <Field label="Title" name="title" error={errors?.title}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            placeholder="As the rules write it"
            value={shown.title}
            onChange={({ target }) => onChange({ title: target.value })}
          />
        )}
      </Field>
      <WeekFields
        kind={shown.kind}
        fromWeek={shown.fromWeek}
        toWeek={shown.toWeek}
        errors={errors}
        onChange={(fromWeek, toWeek) => onChange({ fromWeek, toWeek })}
      />
      <LanguageAndMark language={shown.language} mark={shown.mark} errors={errors} onChange={onChange} />
      <Field label="Template" name="templateId" error={errors?.templateId}>
        <Select
          options={templateChoices(templates)}
          value={shown.templateId ?? ''}
          onChange={({ target }) => onChange({ templateId: target.value === '' ? null : target.value })}
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
