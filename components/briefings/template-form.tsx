'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { KIND_WORDS, TEMPLATES_PATH } from '@/components/briefings/briefing-words'
import { LANGUAGE_CHOICES, MARK_CHOICES } from '@/components/briefings/draft-settings-form'
import { LogoField } from '@/components/briefings/logo-field'
import { SectionOrder } from '@/components/briefings/section-order'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { useSettled } from '@/components/watch/use-settled'
import { changeTemplateAction, createTemplateAction } from '@/lib/briefings/actions'
import {
  BRIEFING_KINDS,
  LANGUAGES,
  SECTION_KEYS,
  SECTIONS_OF,
  type SectionKey,
  TLP_MARKS,
} from '@/lib/briefings/model/terms'
import type { TemplateView } from '@/lib/briefings/views'
import { newId } from '@/lib/incidents/draft-store'

interface TemplateFormProps {
  /** The template to change; a new one where none is given. */
  template?: TemplateView
  labels: Readonly<Record<SectionKey, string>>
}

type Fields = Pick<TemplateView, 'name' | 'teamName' | 'footer' | 'sections' | 'language' | 'mark'>

const EMPTY: Fields = { name: '', teamName: '', footer: '', sections: {}, language: 'en', mark: 'AMBER' }

const oneOf = <T extends string>(choices: readonly T[], value: string, fallback: T): T =>
  choices.find((choice) => choice === value) ?? fallback

interface Stale {
  revision: number
  name: string
}

const isStale = (detail: unknown): detail is Stale =>
  typeof detail === 'object' && detail !== null && 'revision' in detail && 'name' in detail

/** Makes or changes how a team's documents look. What is typed stays when the save is refused. */
export function TemplateForm({ template, labels }: TemplateFormProps) {
  const router = useRouter()
  const [fields, setFields] = useState<Fields>(template ?? EMPTY)
  /** Undefined while the logo is left as it is. */
  const [logo, setLogo] = useState<string | null | undefined>(undefined)
  const [requestId] = useState(newId)
  const [baseRevision, setBase] = useState(template?.revision ?? 0)
  const [saved, setSaved] = useState(false)
  const { failure, pending, run } = useSettled()
  const errors = failure?.fieldErrors
  const stale = failure?.code === 'CONFLICT' && isStale(failure.detail) ? failure.detail : null
  const set = (change: Partial<Fields>) => {
    setSaved(false)
    setFields({ ...fields, ...change })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { name, teamName, footer, sections, language, mark } = fields
    const content = { name, teamName, footer, sections, language, mark }
    if (!template)
      return run(
        () => createTemplateAction({ ...content, logo: logo ?? null, requestId }),
        () => router.push(TEMPLATES_PATH),
      )
    run(
      () => changeTemplateAction({ id: template.id, baseRevision, ...content, logo }),
      ({ revision }) => {
        setBase(revision)
        setSaved(true)
        router.refresh()
      },
    )
  }
  const text = (name: 'name' | 'teamName') => ({
    value: fields[name],
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  })
  return (
    <form onSubmit={submit} noValidate className="max-w-2xl space-y-4">
      {failure && (
        <Callout tone="danger" role="alert" title={failure.message}>
          {stale && (
            <>
              <p>It is now called “{stale.name}”. What you typed is still here.</p>
              <Button size="sm" className="mt-2" onClick={() => setBase(stale.revision)}>
                Keep mine: save over it next time
              </Button>
            </>
          )}
        </Callout>
      )}
      <Field name="name" label="Name of the template" required error={errors?.name}>
        {(control) => <TextInput {...control} {...text('name')} />}
      </Field>
      <Field name="teamName" label="Team, as documents name it" required error={errors?.teamName}>
        {(control) => <TextInput {...control} {...text('teamName')} />}
      </Field>
      <Field name="footer" label="Footer of every page" error={errors?.footer}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={fields.footer}
            onChange={({ target }) => set({ footer: target.value })}
          />
        )}
      </Field>
      <LogoField
        png={logo === undefined ? (template?.logo?.png ?? null) : logo}
        error={errors?.logo}
        onChange={(png) => {
          setSaved(false)
          setLogo(png)
        }}
      />
      <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <Field name="language" label="Language" error={errors?.language}>
          <Select
            options={LANGUAGE_CHOICES}
            value={fields.language}
            onChange={({ target }) => set({ language: oneOf(LANGUAGES, target.value, fields.language) })}
          />
        </Field>
        <Field name="mark" label="Mark" error={errors?.mark}>
          <Select
            options={MARK_CHOICES}
            value={fields.mark}
            onChange={({ target }) => set({ mark: oneOf(TLP_MARKS, target.value, fields.mark) })}
          />
        </Field>
      </div>
      {BRIEFING_KINDS.map((kind) => {
        const own = fields.sections[kind]
        const choose = (chosen: SectionKey[] | undefined) => set({ sections: { ...fields.sections, [kind]: chosen } })
        return (
          <fieldset key={kind} className="rounded border px-4 py-3">
            <legend className="px-1 text-sm font-medium">{KIND_WORDS[kind].label}: sections</legend>
            <Checkbox
              label="The usual ones, in their usual order"
              checked={own === undefined}
              onChange={({ target }) => choose(target.checked ? undefined : [...SECTIONS_OF[kind]])}
            />
            {own && (
              <SectionOrder name={kind} sections={own} possible={SECTION_KEYS} labels={labels} onChange={choose} />
            )}
          </fieldset>
        )
      })}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={pending}>
          {pending ? 'Saving…' : template ? 'Save the template' : 'Make the template'}
        </Button>
        <span role="status" className="text-sm text-muted">
          {saved && !failure && 'Saved.'}
        </span>
      </div>
    </form>
  )
}
