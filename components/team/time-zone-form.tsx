'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { useSettled } from '@/components/watch/use-settled'
import { setTeamTimeZoneAction } from '@/lib/team/actions'
import type { SettingView } from '@/lib/team/queries'

/** By whose clock the team's schedules go. */
export function TimeZoneForm({ settings }: { settings: SettingView }) {
  const router = useRouter()
  const [timeZone, setTimeZone] = useState(settings.timeZone)
  const [saved, setSaved] = useState(false)
  const { failure, pending, run } = useSettled()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSaved(false)
    run(
      () => setTeamTimeZoneAction({ timeZone, baseRevision: settings.timeZoneRevision }),
      () => {
        setSaved(true)
        router.refresh()
      },
    )
  }
  return (
    <form onSubmit={submit} noValidate className="space-y-3">
      {failure && !failure.fieldErrors && <Callout tone="danger" role="alert" title={failure.message} />}
      <Field
        name="timeZone"
        label="Time zone"
        required
        hint="Its name in the tz database, such as Asia/Baku."
        error={failure?.fieldErrors?.timeZone}
        className="max-w-xs"
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            spellCheck={false}
            value={timeZone}
            readOnly={pending}
            onChange={({ target }) => setTimeZone(target.value.trim())}
          />
        )}
      </Field>
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={pending || timeZone === settings.timeZone}>
          {pending ? 'Saving…' : 'Save'}
        </Button>
        <span role="status" className="text-sm text-muted">
          {saved && !failure && 'Saved.'}
        </span>
      </div>
    </form>
  )
}
