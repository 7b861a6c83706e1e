'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ConflictNote } from '@/components/watch/conflict-note'
import type { NamedPart } from '@/components/watch/kept-state'
import { useKeptForm } from '@/components/watch/use-kept-form'
import { setSelfApprovalAction } from '@/lib/team/actions'
import type { SettingView } from '@/lib/team/queries'
import type { TeamSettings } from '@/lib/team/settings'

const CHOICES = [
  {
    value: false,
    title: 'Two people',
    words: 'Nobody approves what they wrote a part of. A second person looks at everything before it counts.',
  },
  {
    value: true,
    title: 'One person is enough',
    words:
      'People may approve their own incidents, corrections and retractions. For a team of one. An incident approved that way says so for good.',
  },
]

type Fields = Pick<TeamSettings, 'selfApproval'>

const PARTS: readonly NamedPart<Fields>[] = [
  {
    label: 'Who approves',
    names: ['selfApproval'],
    words: (fields) => CHOICES.find(({ value }) => value === fields.selfApproval)?.title ?? '',
  },
]

const fieldsOf = ({ selfApproval }: Fields): Fields => ({ selfApproval })

/** Whether people may approve their own work. */
export function FourEyesForm({ settings }: { settings: SettingView }) {
  const form = useKeptForm({ stored: settings, start: fieldsOf(settings), parts: PARTS, fieldsOf })
  const { fields, set, typed, pending, saved, onSubmit } = form
  const submit = onSubmit(({ baseRevision }) => setSelfApprovalAction({ ...fields, baseRevision }))
  return (
    <form onSubmit={submit} className="space-y-3">
      <ConflictNote form={form} />
      <fieldset>
        <legend className="sr-only">Who approves</legend>
        <div className="space-y-2">
          {CHOICES.map(({ value, title, words }) => (
            <label
              key={title}
              className="flex cursor-pointer items-start gap-3 rounded border p-3 has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="selfApproval"
                value={String(value)}
                checked={fields.selfApproval === value}
                onChange={() => set({ selfApproval: value })}
                className="mt-0.5 size-4 shrink-0 accent-accent"
              />
              <span>
                <span className="block text-sm font-medium">{title}</span>
                <span className="block text-sm text-muted">{words}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" variant="primary" disabled={pending || !typed}>
        {pending ? 'Saving…' : 'Save'}
      </Button>
      <div role="status" className="empty:hidden">
        {saved && <Callout tone="success" title="Saved. It holds from the next approval on." />}
      </div>
    </form>
  )
}
