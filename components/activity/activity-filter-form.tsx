'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useTransition } from 'react'
import { KIND_WORDS } from '@/components/activity/activity-words'
import { ACTIVITY_PAGE } from '@/components/activity/page-link'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type ActivityFilter, type ActivityKind, activityQuery, parseActivityFilter } from '@/lib/activity/filter'
import { codesOf } from '@/lib/core/dyad'
import { countryName } from '@/lib/countries'

interface ActivityFilterFormProps {
  filter: ActivityFilter
  people: { id: string; name: string }[]
  dyadIds: string[]
  /** The kinds that the reader may see. */
  kinds: readonly ActivityKind[]
}

const ANY = { value: '', label: 'any' }

/** All that can narrow the log. It is a plain GET form; with scripts on, the address stays free of empty parts. */
export function ActivityFilterForm({ filter, people, dyadIds, kinds }: ActivityFilterFormProps) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entries = [...new FormData(event.currentTarget)].map(([key, value]) => [key, String(value)])
    const query = activityQuery(parseActivityFilter(Object.fromEntries(entries)))
    startTransition(() => router.push(`${ACTIVITY_PAGE.href}${query}`))
  }
  const choices = {
    person: [
      ANY,
      ...people.map(({ id, name }) => ({ value: id, label: name })),
      { value: 'none', label: 'Nobody signed in' },
    ],
    kind: [ANY, ...kinds.map((value) => ({ value, label: KIND_WORDS[value] }))],
    dyad: [ANY, ...dyadIds.map((id) => ({ value: id, label: codesOf(id).map(countryName).join(' – ') }))],
  }
  const labels = { person: 'Who', kind: 'What', dyad: 'Dyad' }
  return (
    <search>
      <form
        method="get"
        action={ACTIVITY_PAGE.href}
        onSubmit={submit}
        className="grid grid-cols-2 items-end gap-3 md:grid-cols-[repeat(3,minmax(8rem,1fr))_9.5rem_9.5rem_auto]"
        data-print="hide"
      >
        {(['person', 'kind', 'dyad'] as const).map((name) => (
          <Field key={name} name={name} id={`activity-${name}`} label={labels[name]}>
            {(control) => <Select {...control} options={choices[name]} defaultValue={filter[name] ?? ''} />}
          </Field>
        ))}
        <Field name="from" id="activity-from" label="From (UTC)">
          {(control) => <TextInput {...control} type="date" defaultValue={filter.from} />}
        </Field>
        <Field name="to" id="activity-to" label="Until (UTC)">
          {(control) => <TextInput {...control} type="date" defaultValue={filter.to} />}
        </Field>
        <span className="flex items-center gap-3">
          <Button type="submit" variant="primary" disabled={pending}>
            {pending ? 'Filtering…' : 'Filter'}
          </Button>
          {activityQuery({ ...filter, after: undefined }) && (
            <Link className="link text-sm" href={ACTIVITY_PAGE.href}>
              Clear
            </Link>
          )}
        </span>
      </form>
    </search>
  )
}
