'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { settle } from '@/components/review/settle'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { setSelfApprovalAction } from '@/lib/team/actions'
import type { SettingView } from '@/lib/team/queries'

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

/** Whether people may approve their own work. */
export function FourEyesForm({ settings }: { settings: SettingView }) {
  const router = useRouter()
  const [chosen, setChosen] = useState(settings.selfApproval)
  const [answer, setAnswer] = useState<{ ok: boolean; words: string } | null>(null)
  const [busy, startTransition] = useTransition()
  const save = () =>
    startTransition(async () => {
      const result = await settle(setSelfApprovalAction({ selfApproval: chosen, baseRevision: settings.revision }))
      setAnswer(
        result.ok
          ? { ok: true, words: 'Saved. It holds from the next approval on.' }
          : { ok: false, words: result.message },
      )
      if (!result.ok) startTransition(() => router.refresh())
    })
  return (
    <form action={save} className="space-y-3">
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
                checked={chosen === value}
                onChange={() => setChosen(value)}
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
      <Button type="submit" variant="primary" disabled={busy || chosen === settings.selfApproval}>
        {busy ? 'Saving…' : 'Save'}
      </Button>
      <div role="status" className="empty:hidden">
        {answer && <Callout tone={answer.ok ? 'success' : 'danger'} title={answer.words} />}
      </div>
    </form>
  )
}
