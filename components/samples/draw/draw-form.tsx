'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { settle } from '@/components/review/settle'
import { CoderChoices } from '@/components/samples/draw/coder-choices'
import { useDrawPreview } from '@/components/samples/draw/use-draw-preview'
import { samplePath } from '@/components/samples/sample-path'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { MadeBefore } from '@/components/watch/made-before'
import { madeBefore } from '@/lib/again'
import type { ActionResult } from '@/lib/form-action'
import { formatCount, formatPlural } from '@/lib/format'
import { newId } from '@/lib/incidents/draft-store'
import type { IncidentFilter } from '@/lib/incidents/filter'
import { drawSampleAction } from '@/lib/samples/actions'
import { MOST_UNITS } from '@/lib/samples/schema'
import type { CoderChoice, DrawPreview } from '@/lib/samples/views'

type Failure = Extract<ActionResult<unknown>, { ok: false }>

/** What is typed as a number; text that is none is left to the schema to refuse. */
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

function PopulationLine({ preview, unreachable }: { preview: DrawPreview | null; unreachable: boolean }) {
  if (unreachable) return <>The server does not say how many match.</>
  if (preview === null) return <>Counting…</>
  const { matching, drawable } = preview
  return (
    <>
      <strong className="font-semibold">{formatCount(drawable)}</strong> of{' '}
      {formatPlural(matching, 'approved incident')} that {matching === 1 ? 'matches' : 'match'} can be drawn
      {drawable < matching && `; ${formatCount(matching - drawable)} known to the coders are left out`}.
    </>
  )
}

interface DrawFormProps {
  filter: IncidentFilter
  coders: CoderChoice[]
}

/** Draws a sample from what the filter shows: title, size, who codes. */
export function DrawForm({ filter, coders }: DrawFormProps) {
  const router = useRouter()
  const [title, setTitle] = useState('')
  const [size, setSize] = useState('50')
  const [seed, setSeed] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [excludeOwn, setExcludeOwn] = useState(true)
  const [requestId, setRequestId] = useState(newId)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [pending, startTransition] = useTransition()
  const asked = useDrawPreview({ filter, coders: chosen, excludeOwn })
  const errors = failure?.fieldErrors
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const more = seed.trim() === '' ? {} : { seed: numberOf(seed) }
    const input = { title, filter, size: numberOf(size), coders: chosen, excludeOwn, requestId, ...more }
    startTransition(async () => {
      const result = await settle(drawSampleAction(input))
      if (!result.ok) {
        // Whoever is told of the sample that is there and draws again wants another one.
        if (madeBefore(result.detail) !== null) setRequestId(newId())
        return setFailure(result)
      }
      router.push(samplePath(result.data.sampleId))
    })
  }
  return (
    <form onSubmit={submit} className="max-w-3xl space-y-5">
      <p role="status" className="text-sm">
        <PopulationLine {...asked} />
      </p>
      {failure && (
        <Callout tone="danger" role="alert" title={failure.message}>
          <MadeBefore failure={failure} pathOf={samplePath} />
          {madeBefore(failure.detail) !== null && <p>Draw again for another sample beside it.</p>}
        </Callout>
      )}
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_9rem]">
        <Field
          name="title"
          label="Title"
          required
          error={errors?.title}
          hint="Its coders see it, such as “July, all dyads”."
        >
          {(control) => <TextInput {...control} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Field name="size" label="Units to draw" required error={errors?.size} hint={`At most ${MOST_UNITS}.`}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={size}
              onChange={(event) => setSize(event.target.value)}
              className="tabular-nums"
            />
          )}
        </Field>
      </div>
      <CoderChoices coders={coders} chosen={chosen} onChange={setChosen} error={errors?.coders} />
      <div>
        <Checkbox
          label="Leave out what one of them wrote, decided or coded before"
          checked={excludeOwn}
          onChange={(event) => setExcludeOwn(event.target.checked)}
        />
        <p className="text-xs text-muted">Who had an incident in hand knows how it is coded.</p>
      </div>
      <details open={errors?.seed !== undefined}>
        <summary className="text-xs font-medium text-muted">Draw the same units again</summary>
        <Field
          name="seed"
          label="Seed"
          className="mt-2 sm:max-w-56"
          error={errors?.seed}
          hint="The seed of an earlier sample; empty for a random one."
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={seed}
              onChange={(event) => setSeed(event.target.value)}
              className="tabular-nums"
            />
          )}
        </Field>
      </details>
      <Button type="submit" variant="primary" disabled={pending}>
        {pending ? 'Drawing…' : 'Draw the sample'}
      </Button>
    </form>
  )
}
