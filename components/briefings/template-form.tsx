'use client'

import { useRouter } from 'next/navigation'
import { KIND_WORDS, TEMPLATES_PATH } from '@/components/briefings/briefing-words'
import { LanguageAndMark } from '@/components/briefings/language-and-mark'
import { LogoField } from '@/components/briefings/logo-field'
import { SectionOrder } from '@/components/briefings/section-order'
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

/** What the form holds; the logo is undefined while it is left as it is. */
type Fields = Pick<TemplateView, 'name' | 'teamName' | 'footer' | 'sections' | 'language' | 'mark'> & {
  logo?: string | null
}

const EMPTY: Fields = { name: '', teamName: '', footer: '', sections: {}, language: 'en', mark: 'AMBER' }

const fieldsOf = ({ name, teamName, footer, sections, language, mark }: TemplateView): Fields => ({
  name,
  teamName,
  footer,
  sections,
  language,
  mark,
})

/** Makes or changes how a team's documents look. What is typed stays when the save is refused. */
export function TemplateForm({ template, labels }: TemplateFormProps) {
  const router = useRouter()
  const start = template ? fieldsOf(template) : EMPTY
  const { fields, set, failure, errors, pending, saved, take, onSubmit } = useKeptForm(template, start)
  const { logo } = fields
  const submit = onSubmit(
    ({ requestId, baseRevision }) => {
      if (!template) return createTemplateAction({ ...fields, logo: logo ?? null, requestId })
      return changeTemplateAction({ id: template.id, baseRevision, ...fields })
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
      <ConflictNote failure={failure} what="template" onTake={take} />
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
        onChange={(png) => set({ logo: png })}
      />
      <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <LanguageAndMark language={fields.language} mark={fields.mark} errors={errors} onChange={set} />
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
      <SaveRow label={template ? 'Save the template' : 'Make the template'} pending={pending} saved={saved} />
    </form>
  )
}
