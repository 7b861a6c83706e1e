'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { LinkList } from '@/components/briefings/link-list'
import { MadeLinkNote } from '@/components/briefings/made-link-note'
import { MarkLabel } from '@/components/briefings/mark-label'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { useSettled } from '@/components/watch/use-settled'
import { shareBriefingAction, shareDyadAction } from '@/lib/briefings/actions'
import { markText, SHAREABLE_MARKS, type TlpMark } from '@/lib/briefings/model/terms'
import { MOST_LINK_DAYS } from '@/lib/briefings/schema'
import type { LinkView } from '@/lib/briefings/views'
import { dayOf, isoOf } from '@/lib/core/calendar'

/** What is shared: a briefing under its own mark, or a dyad's page under one that its sharer gives it. */
export type ShareSubject = { briefingId: string; mark: TlpMark } | { dyadId: string }

interface ShareSectionProps {
  subject: ShareSubject
  links: readonly LinkView[]
  /** `YYYY-MM-DD`, UTC. */
  today: string
}

/** How long a link lasts unless somebody says otherwise. */
const USUAL_DAYS = 14

/** Links by which somebody without an account reads it: made with an end, said once, counted, revoked. */
export function ShareSection({ subject, links, today }: ShareSectionProps) {
  const router = useRouter()
  const [endDate, setEndDate] = useState(isoOf(dayOf(today) + USUAL_DAYS))
  const [mark, setMark] = useState<TlpMark>('GREEN')
  const [made, setMade] = useState<string | null>(null)
  const { failure, pending, run } = useSettled()
  const ofBriefing = 'briefingId' in subject
  const refused = ofBriefing && !SHAREABLE_MARKS.includes(subject.mark)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(
      () =>
        'briefingId' in subject
          ? shareBriefingAction({ briefingId: subject.briefingId, endDate })
          : shareDyadAction({ dyadId: subject.dyadId, endDate, mark }),
      ({ path }) => {
        setMade(new URL(path, window.location.href).href)
        router.refresh()
      },
    )
  }
  return (
    <Card id="share" title="Share by link" lead="For reading without an account">
      <div className="space-y-3 text-sm">
        {refused ? (
          <p>
            <MarkLabel mark={subject.mark} /> does not allow it: only {SHAREABLE_MARKS.map(markText).join(' and ')} may
            leave by a link. Hand the file to those it is for.
          </p>
        ) : (
          <form onSubmit={submit} noValidate aria-label="Make a link" className="space-y-3">
            {failure && !failure.fieldErrors && <Callout tone="danger" role="alert" title={failure.message} />}
            {!ofBriefing && (
              <Field name="share-mark" label="Mark" error={failure?.fieldErrors?.mark}>
                <Select
                  options={SHAREABLE_MARKS.map((value) => ({ value, label: markText(value) }))}
                  value={mark}
                  onChange={({ target }) => setMark(SHAREABLE_MARKS.find((one) => one === target.value) ?? mark)}
                />
              </Field>
            )}
            <Field
              name="endDate"
              label="Last day, UTC"
              required
              hint={`Within ${MOST_LINK_DAYS} days.`}
              error={failure?.fieldErrors?.endDate}
            >
              {(control) => (
                <TextInput
                  {...control}
                  type="date"
                  min={today}
                  max={isoOf(dayOf(today) + MOST_LINK_DAYS)}
                  value={endDate}
                  onChange={({ target }) => setEndDate(target.value)}
                />
              )}
            </Field>
            <Button type="submit" size="sm" disabled={pending}>
              {pending ? 'Making…' : 'Make a link'}
            </Button>
          </form>
        )}
        {made !== null && <MadeLinkNote address={made} onDone={() => setMade(null)} />}
        <LinkList links={links} />
      </div>
    </Card>
  )
}
