'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { BackTestDyad } from '@/components/watch/back-test-dyad'
import { conditionInput, type RuleFields, whereInput } from '@/components/watch/rule-fields'
import { formatCount, formatPlural } from '@/lib/format'
import type { BackTest } from '@/lib/watch/views'

const UNREACHABLE = 'The server could not be reached. Try again.'

/** The answer of the server, or why there is none. */
async function ask(fields: RuleFields): Promise<{ test: BackTest } | { problem: string }> {
  try {
    const response = await fetch('/api/v1/watch/back-test', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ condition: conditionInput(fields), where: whereInput(fields) }),
    })
    const body = await response.json()
    if (response.ok) return { test: body }
    const sentences = Object.values<string[]>(body.errors ?? {}).flat()
    return { problem: sentences.length > 0 ? `${sentences.join('. ')}.` : body.title }
  } catch (error) {
    console.warn('The back-test was not answered.', error)
    return { problem: UNREACHABLE }
  }
}

/** How the rule would have done on the record, before it is switched on. */
export function BackTestCard({ fields }: { fields: RuleFields }) {
  const [answer, setAnswer] = useState<{ of: string; test?: BackTest; problem?: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const asked = JSON.stringify([conditionInput(fields), whereInput(fields)])
  const run = async () => {
    setBusy(true)
    const found = await ask(fields)
    setAnswer({ of: asked, ...found })
    setBusy(false)
  }
  const test = answer?.test
  return (
    <Card
      id="back-test"
      title="On the record so far"
      lead="What the rule above would have told, had it been on from the first week."
      actions={
        <Button size="sm" disabled={busy} onClick={run}>
          {busy ? 'Trying…' : 'Try it on the record'}
        </Button>
      }
    >
      <div role="status" className="text-sm">
        {!answer && !busy && <p className="text-muted">Nothing tried yet.</p>}
        {answer && answer.of !== asked && !busy && (
          <p className="mb-2 text-muted">The rule above has changed since: this is of the one before.</p>
        )}
        {test && <Summary test={test} />}
      </div>
      {answer?.problem && <Callout tone="danger" role="alert" title={answer.problem} />}
      {test && (
        <div className="mt-4 space-y-6">
          {test.tested.map((dyad) => (
            <BackTestDyad key={dyad.dyadId} dyad={dyad} />
          ))}
          <p className="max-w-3xl text-xs text-muted">
            As if each incident had been approved on its own day and each week judged when it was over; for what waits
            for review, by when it was handed in and decided. A peak is the highest weekly close of the record, or a
            week that closes higher than the eight before it, no lower than the eight after it, and ten or more above
            the lowest of the eight before. How early is counted from the first alert of the eight weeks before it to
            the peak’s Sunday. This is arithmetic on the record, no forecast.
          </p>
        </div>
      )}
    </Card>
  )
}

function Summary({ test }: { test: BackTest }) {
  const { alerts, tested, dyads } = test
  const weeks = tested.reduce((most, dyad) => Math.max(most, dyad.weeks), 0)
  if (tested.length === 0) return <p>There is no dyad here to try it on.</p>
  return (
    <p>
      <strong className="font-semibold">
        {alerts === 0 ? 'It would have told nothing' : `It would have told ${formatPlural(alerts, 'alert')}`}
      </strong>{' '}
      in {formatPlural(tested.length, 'dyad')}
      {tested.length < dyads && ` (the first of ${formatCount(dyads)})`} over up to {formatPlural(weeks, 'week')}.
    </p>
  )
}
