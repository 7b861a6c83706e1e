'use client'

import { useFormContext } from 'react-hook-form'
import { FormField } from '@/components/incidents/form/form-field'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import type { FormValues } from '@/lib/incidents/form-values'

const ACTOR_TYPES = [
  'government',
  'head of state',
  'parliament',
  'judiciary',
  'police',
  'security forces',
  'armed forces',
  'state media',
  'media',
  'unknown, attributed to the state',
]

/** What an entry can do without: folded away, one Tab from the keyboard. */
export function MoreFields({ open }: { open: boolean }) {
  const { register } = useFormContext<FormValues>()
  return (
    <details open={open} className="border-t py-3">
      <summary className="text-sm font-semibold">Tags, place, kind of actor, basis of the date, note</summary>
      <div className="mt-3 grid items-start gap-3 sm:grid-cols-2">
        <FormField name="tags" label="Tags" hint="Separated by commas">
          {(props) => <TextInput {...props} {...register('tags')} />}
        </FormField>
        <FormField name="location" label="Place" hint="Where, above all when in a third country">
          {(props) => <TextInput {...props} {...register('location')} />}
        </FormField>
        <FormField name="actorType" label="Kind of actor" hint="Who in the state acted">
          {(props) => <TextInput list="actor-types" {...props} {...register('actorType')} />}
        </FormField>
        <FormField name="dateBasis" label="Basis of the date" hint="Where the day comes from, if not from the source">
          {(props) => <TextInput {...props} {...register('dateBasis')} />}
        </FormField>
        <FormField
          name="note"
          label="Note"
          className="sm:col-span-2"
          hint="For other coders: what was weighed, what stays open"
        >
          {(props) => <Textarea rows={3} {...props} {...register('note')} />}
        </FormField>
      </div>
      <datalist id="actor-types">
        {ACTOR_TYPES.map((type) => (
          <option key={type} value={type} />
        ))}
      </datalist>
    </details>
  )
}
