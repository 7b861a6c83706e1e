'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { draftPath, KIND_WORDS } from '@/components/briefings/briefing-words'
import { oneOf, templateChoices } from '@/components/briefings/choices'
import { LanguageAndMark } from '@/components/briefings/language-and-mark'
import { WeekFields } from '@/components/briefings/week-fields'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { RadioRow } from '@/components/ui/radio-row'
import { Select } from '@/components/ui/select'
import { pairName } from '@/components/watch/condition-words'
import { DyadPicker } from '@/components/watch/dyad-picker'
import { MadeBefore } from '@/components/watch/made-before'
import { useSettled } from '@/components/watch/use-settled'
import { createDraftAction } from '@/lib/briefings/actions'
import { BRIEFING_KINDS, type BriefingKind } from '@/lib/briefings/model/terms'
import type { TemplateView } from '@/lib/briefings/views'
import { newId } from '@/lib/incidents/draft-store'

/** What a new briefing starts from. */
export interface BriefingStart {
  kind: BriefingKind
  dyadIds: string[]
  fromWeek: string
  toWeek: string
}

interface NewBriefingFormProps {
  start: BriefingStart
  dyadIds: readonly string[]
  templates: readonly TemplateView[]
}

/** What a briefing is to tell of, and how it is to look. Making it reads the record, and opens the composer. */
export function NewBriefingForm({ start, dyadIds, templates }: NewBriefingFormProps) {
  const router = useRouter()
  const [kind, setKind] = useState<BriefingKind>(start.kind)
  const [chosen, setChosen] = useState<string[]>(start.dyadIds)
  const [weeks, setWeeks] = useState({ fromWeek: start.fromWeek, toWeek: start.toWeek })
  const [template, setTemplate] = useState<TemplateView | null>(templates[0] ?? null)
  const [{ language, mark }, setLook] = useState<Pick<TemplateView, 'language' | 'mark'>>(
    templates[0] ?? { language: 'en', mark: 'AMBER' },
  )
  const [requestId] = useState(newId)
  const { failure, pending, run } = useSettled()
  const errors = failure?.fieldErrors
  const single = kind === 'weekly'
  const dyads = single ? chosen.slice(0, 1) : chosen

  const chooseKind = (next: BriefingKind) => {
    setKind(next)
    if (next !== 'special') setWeeks({ fromWeek: weeks.toWeek, toWeek: weeks.toWeek })
  }
  const chooseTemplate = (id: string) => {
    const next = templates.find((one) => one.id === id) ?? null
    setTemplate(next)
    // A team's template brings its own language and mark along.
    if (next) setLook({ language: next.language, mark: next.mark })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(
      () =>
        createDraftAction({
          kind,
          dyadIds: dyads,
          ...weeks,
          language,
          mark,
          templateId: template?.id ?? null,
          requestId,
        }),
      ({ id }) => router.push(draftPath(id)),
    )
  }
  return (
    <form onSubmit={submit} noValidate className="max-w-2xl space-y-5">
      {failure && (
        <Callout tone="danger" role="alert" title={failure.message}>
          <MadeBefore failure={failure} pathOf={draftPath} />
        </Callout>
      )}
      <RadioRow
        name="kind"
        legend="Kind"
        options={BRIEFING_KINDS.map((value) => ({ value, label: KIND_WORDS[value].label }))}
        value={kind}
        onValueChange={(value) => chooseKind(oneOf(BRIEFING_KINDS, value, kind))}
        hint={`It tells of ${KIND_WORDS[kind].words}.`}
        error={errors?.kind}
      />
      {single ? (
        <Field name="dyads" label="Dyad" required error={errors?.dyadIds}>
          {({ id, 'aria-describedby': described, 'aria-invalid': invalid }) => (
            <Combobox
              id={id}
              aria-describedby={described}
              invalid={invalid}
              value={dyads[0] ?? null}
              onChange={(dyadId) => setChosen(dyadId === null ? [] : [dyadId])}
              options={dyadIds.map((dyadId) => ({ value: dyadId, label: pairName(dyadId), hint: dyadId }))}
              placeholder="A country or AZE-RUS"
              className="max-w-sm"
            />
          )}
        </Field>
      ) : (
        <DyadPicker
          name="dyads"
          label="Dyads"
          dyadIds={dyadIds}
          chosen={chosen}
          onChange={setChosen}
          error={errors?.dyadIds}
        />
      )}
      <WeekFields
        kind={kind}
        {...weeks}
        errors={errors}
        onChange={(fromWeek, toWeek) => setWeeks({ fromWeek, toWeek })}
      />
      {templates.length > 0 && (
        <Field name="templateId" label="Template" error={errors?.templateId} className="max-w-sm">
          <Select
            options={templateChoices(templates)}
            value={template?.id ?? ''}
            onChange={({ target }) => chooseTemplate(target.value)}
          />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <LanguageAndMark
          language={language}
          mark={mark}
          errors={errors}
          onChange={(change) => setLook({ language, mark, ...change })}
        />
      </div>
      <Button type="submit" variant="primary" disabled={pending}>
        {pending ? 'Reading the record…' : 'Make the briefing'}
      </Button>
    </form>
  )
}
