import Form from 'next/form'
import { BRIEFINGS_PATH, KIND_WORDS, LANGUAGE_WORDS } from '@/components/briefings/briefing-words'
import { Button, LinkButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { pairName } from '@/components/watch/condition-words'
import type { BriefingFilter } from '@/lib/briefings/filter'
import { BRIEFING_KINDS, LANGUAGES } from '@/lib/briefings/model/terms'

interface BriefingFilterFormProps {
  filter: BriefingFilter
  dyadIds: readonly string[]
}

/** The address of the list by a filter. */
export function briefingsPath(filter: BriefingFilter): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter)) if (value !== undefined) query.set(key, value)
  return query.size > 0 ? `${BRIEFINGS_PATH}?${query}` : BRIEFINGS_PATH
}

/** Searches and narrows the published briefings. A plain form: it also works before the scripts have come. */
export function BriefingFilterForm({ filter, dyadIds }: BriefingFilterFormProps) {
  const { q, dyad, kind, language } = filter
  const narrowed = [q, dyad, kind, language].some((value) => value !== undefined)
  return (
    <Form
      action={BRIEFINGS_PATH}
      role="search"
      aria-label="Briefings"
      className="flex flex-wrap items-end gap-3"
      data-print="hide"
    >
      <Field label="Search" name="q" className="w-64 max-w-full">
        <TextInput type="search" defaultValue={q} placeholder="Words of a title or a text" autoComplete="off" />
      </Field>
      <Field label="Dyad" name="dyad">
        <Select
          className="max-w-56"
          defaultValue={dyad ?? ''}
          options={[{ value: '', label: 'All' }, ...dyadIds.map((id) => ({ value: id, label: pairName(id) }))]}
        />
      </Field>
      <Field label="Kind" name="kind">
        <Select
          defaultValue={kind ?? ''}
          options={[
            { value: '', label: 'All' },
            ...BRIEFING_KINDS.map((one) => ({ value: one, label: KIND_WORDS[one].label })),
          ]}
        />
      </Field>
      <Field label="Language" name="language">
        <Select
          defaultValue={language ?? ''}
          options={[
            { value: '', label: 'All' },
            ...LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_WORDS[one] })),
          ]}
        />
      </Field>
      <Button type="submit">Show</Button>
      {narrowed && (
        <LinkButton href={BRIEFINGS_PATH} variant="quiet">
          Clear
        </LinkButton>
      )}
    </Form>
  )
}
