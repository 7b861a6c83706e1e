'use client'

import { useRouter } from 'next/navigation'
import { KIND_WORDS, TEMPLATES_PATH, templatePath } from '@/components/briefings/briefing-words'
import { LanguageAndMark } from '@/components/briefings/language-and-mark'
import { LogoField } from '@/components/briefings/logo-field'
import { SectionOrder } from '@/components/briefings/section-order'
import { contentFrom, EMPTY_TEMPLATE, fieldsOf, templateParts } from '@/components/briefings/template-fields'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { ConflictNote } from '@/components/watch/conflict-note'
import { SaveRow } from '@/components/watch/save-row'
import { useKeptForm } from '@/components/watch/use-kept-form'
import { changeTemplateAction, createTemplateAction } from '@/lib/briefings/actions'
import { BRIEFING_KINDS, SECTION_KEYS, SECTIONS_OF, type SectionKey } from '@/lib/briefings/model/terms'
import type { TemplateView } from '@/lib/briefings/views'

interface TemplateFormProps {
  /** The template to change; a new one where none is given. */
  template?: TemplateView
  labels: Readonly<Record<SectionKey, string>>
}

/** Makes or changes how a team's documents look. What is typed stays when the save is refused. */
export function TemplateForm({ template, labels }: TemplateFormProps) {
  const router = useRouter()
  const form = useKeptForm({
    stored: template,
    start: template ? fieldsOf(template) : EMPTY_TEMPLATE,
    parts: templateParts(labels),
    fieldsOf,
  })
  const { fields, set, errors, pending, saved, onSubmit } = form
  const { logo } = fields
  const submit = onSubmit(
    ({ requestId, baseRevision, base }) => {
      const content = contentFrom(fields)
      if (!template) return createTemplateAction({ ...content, logo, requestId })
      // A logo that is left as it is need not travel.
      const changed = logo === base.logo ? {} : { logo }
      return changeTemplateAction({ id: template.id, baseRevision, ...content, ...changed })
    },
    () => router.push(TEMPLATES_PATH),
  )
  const text = (name: 'name' | 'teamName') => ({
    value: fields[name],
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  })
  return (
    <form onSubmit={submit} noValidate className="max-w-2xl space-y-4">
      <ConflictNote form={form} pathOf={templatePath} />
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
      <LogoField png={logo} error={errors?.logo} onChange={(png) => set({ logo: png })} />
      <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <LanguageAndMark language={fields.language} mark={fields.mark} errors={errors} onChange={set} />
      </div>
      {BRIEFING_KINDS.map((kind) => {
        const own = fields[kind]
        const choose = (chosen: SectionKey[] | undefined) => set({ [kind]: chosen })
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
      <SaveRow label={template ? 'Save the template' : 'Make the template'} pending={pending} saved={saved} />
    </form>
  )
}
