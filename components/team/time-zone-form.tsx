'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { ConflictNote } from '@/components/watch/conflict-note'
import type { NamedPart } from '@/components/watch/kept-state'
import { quoted } from '@/components/watch/part-words'
import { useKeptForm } from '@/components/watch/use-kept-form'
import { setTeamTimeZoneAction } from '@/lib/team/actions'
import type { SettingView } from '@/lib/team/queries'
import type { TeamSettings } from '@/lib/team/settings'

type Fields = Pick<TeamSettings, 'timeZone'>

const PARTS: readonly NamedPart<Fields>[] = [
  { label: 'Time zone', names: ['timeZone'], words: ({ timeZone }) => quoted(timeZone) },
]

const fieldsOf = ({ timeZone }: Fields): Fields => ({ timeZone })

/** By whose clock the team's schedules go. */
export function TimeZoneForm({ settings }: { settings: SettingView }) {
  const form = useKeptForm({
    stored: { revision: settings.timeZoneRevision },
    start: fieldsOf(settings),
    parts: PARTS,
    fieldsOf,
  })
  const { fields, set, typed, errors, pending, saved, onSubmit } = form
  const submit = onSubmit(({ baseRevision }) => setTeamTimeZoneAction({ ...fields, baseRevision }))
  return (
    <form onSubmit={submit} noValidate className="space-y-3">
      {!errors && <ConflictNote form={form} />}
      <Field
        name="timeZone"
        label="Time zone"
        required
        hint="Its name in the tz database, such as Asia/Baku."
        error={errors?.timeZone}
        className="max-w-xs"
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            spellCheck={false}
            value={fields.timeZone}
            readOnly={pending}
            onChange={({ target }) => set({ timeZone: target.value.trim() })}
          />
        )}
      </Field>
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={pending || !typed}>
          {pending ? 'Saving…' : 'Save'}
        </Button>
        <span role="status" className="text-sm text-muted">
          {saved && 'Saved.'}
        </span>
      </div>
    </form>
  )
}
