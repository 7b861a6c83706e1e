'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useTransition } from 'react'
import { CASE_FILE, ORIGIN_WORDS } from '@/components/incidents/list/filter-words'
import { STATUS_WORDS } from '@/components/incidents/status-badge'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { CATEGORIES, CATEGORY_LABELS } from '@/lib/core/codebook'
import { codesOf } from '@/lib/core/dyad'
import { countryName } from '@/lib/countries'
import { formatRung } from '@/lib/format'
import { filterQuery, type IncidentFilter, ORIGINS, parseFilter } from '@/lib/incidents/filter'
import { STATUSES } from '@/lib/incidents/schema'

type Options = readonly { value: string; label: string }[]

interface FilterFormProps {
  filter: IncidentFilter
  dyadIds: string[]
  authors: { id: string; name: string }[]
  /** The page that shows what is left. */
  path?: string
  /** False where the page itself says which status it shows: the queue, which can be narrowed by how things came in. */
  withStatus?: boolean
}

const any = (label = 'any') => ({ value: '', label })
const CATEGORY_OPTIONS = [any(), ...CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))]
const STATUS_OPTIONS = [any(), ...STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))]
const KIND_OPTIONS = [any(), { value: 'incident', label: 'Incidents' }, { value: 'context', label: 'Context' }]
const ORIGIN_OPTIONS = [any(), ...ORIGINS.map((value) => ({ value, label: ORIGIN_WORDS[value] }))]
const RUNG_OPTIONS = [
  any(),
  ...[5, 4, 3, 2, 1, -1, -2, -3, -4, -5].map((rung) => ({ value: String(rung), label: formatRung(rung) })),
]

/** Above this many dyads a list of directions is no help; the chosen dyad's two remain. */
const MOST_DIRECTIONS_OF = 20

function directionOptions(dyadIds: string[], { dyad, direction }: IncidentFilter): Options {
  const dyads = dyad ? [dyad] : dyadIds.length <= MOST_DIRECTIONS_OF ? dyadIds : []
  const pairs = dyads.flatMap((id) => {
    const [first, second] = codesOf(id)
    return [
      [first, second],
      [second, first],
    ]
  })
  const options = pairs.map(([actor, target]) => ({
    value: `${actor}>${target}`,
    label: `${countryName(actor)} → ${countryName(target)}`,
  }))
  const missing = direction && !options.some(({ value }) => value === direction)
  return [any(), ...options, ...(missing ? [{ value: direction, label: direction.replace('>', ' → ') }] : [])]
}

function Choice({
  name,
  label,
  options,
  value,
}: {
  name: string
  label: string
  options: Options
  value?: string | number
}) {
  return (
    <Field name={name} id={`filter-${name}`} label={label}>
      {(props) => <Select {...props} options={options} defaultValue={value ?? ''} />}
    </Field>
  )
}

/** All that can narrow the list. It is a plain GET form; with scripts on, the address stays free of empty parts. */
export function FilterForm({ filter, dyadIds, authors, path = '/incidents', withStatus = true }: FilterFormProps) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entries = [...new FormData(event.currentTarget)].map(([key, value]) => [key, String(value)])
    const query = filterQuery(parseFilter(Object.fromEntries(entries)))
    startTransition(() => router.push(`${path}${query}`))
  }
  const { rungMin, rungMax, direction, status, author, origin, kind } = filter
  const more = [rungMin, rungMax, direction, status, author, origin, kind].some((value) => value !== undefined)
  const dyadOptions = [any(), ...dyadIds.map((id) => ({ value: id, label: codesOf(id).map(countryName).join(' – ') }))]
  const authorOptions = [
    any(),
    ...authors.map(({ id, name }) => ({ value: id, label: name })),
    { value: 'none', label: CASE_FILE },
  ]
  return (
    <search>
      <form method="get" action={path} onSubmit={submit} className="space-y-3" data-print="hide">
        {filter.sort !== 'date' && <input type="hidden" name="sort" value={filter.sort} />}
        {filter.order !== 'desc' && <input type="hidden" name="order" value={filter.order} />}
        {filter.code && <input type="hidden" name="code" value={filter.code} />}
        {filter.writer && <input type="hidden" name="writer" value={filter.writer} />}
        <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-[minmax(12rem,2fr)_minmax(9rem,1.5fr)_minmax(8rem,1fr)_9.5rem_9.5rem_auto]">
          <Field name="q" id="filter-q" label="Search" className="col-span-2 md:col-span-1">
            {(props) => (
              <TextInput
                {...props}
                type="search"
                defaultValue={filter.q}
                placeholder="Words in any part"
                data-search=""
              />
            )}
          </Field>
          <Choice name="dyad" label="Dyad" options={dyadOptions} value={filter.dyad} />
          <Choice name="category" label="Category" options={CATEGORY_OPTIONS} value={filter.category} />
          <Field name="from" id="filter-from" label="From">
            {(props) => <TextInput {...props} type="date" defaultValue={filter.from} />}
          </Field>
          <Field name="to" id="filter-to" label="Until">
            {(props) => <TextInput {...props} type="date" defaultValue={filter.to} />}
          </Field>
          <Button type="submit" variant="primary" disabled={pending} className="col-span-2 md:col-span-1">
            {pending ? 'Filtering…' : 'Filter'}
          </Button>
        </div>
        <details open={more}>
          <summary className="text-xs font-medium text-muted">
            {withStatus ? 'Rung, direction, status, author, kind' : 'Rung, direction, author, origin, kind'}
          </summary>
          <div className="mt-2 grid grid-cols-2 gap-3 md:grid-cols-6">
            <Choice name="rungMin" label="Rung from" options={RUNG_OPTIONS} value={rungMin} />
            <Choice name="rungMax" label="Rung up to" options={RUNG_OPTIONS} value={rungMax} />
            <Choice name="direction" label="Direction" options={directionOptions(dyadIds, filter)} value={direction} />
            {withStatus && <Choice name="status" label="Status" options={STATUS_OPTIONS} value={status} />}
            <Choice name="author" label="Logged by" options={authorOptions} value={author} />
            {!withStatus && <Choice name="origin" label="Came in" options={ORIGIN_OPTIONS} value={origin} />}
            <Choice name="kind" label="Kind" options={KIND_OPTIONS} value={kind} />
          </div>
        </details>
      </form>
    </search>
  )
}
