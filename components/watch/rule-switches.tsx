'use client'

import { useMemo } from 'react'
import { usePageKeys } from '@/components/shell/page-keys'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Muted, RuleState } from '@/components/watch/rule-list'
import { useSwitching } from '@/components/watch/use-switching'
import { archiveRuleAction, muteRuleAction, switchRuleAction } from '@/lib/watch/actions'
import type { RuleView } from '@/lib/watch/views'

/** Whether a rule is on, and what the reader may do about that. `o` switches it on or off, `m` mutes it for them. */
export function RuleSwitches({ rule }: { rule: RuleView }) {
  const { failure, pending, turn } = useSwitching()
  const { id, revision: baseRevision, status, muted, mayChange } = rule
  const acts = useMemo(
    () => ({
      onOrOff: () => turn(() => switchRuleAction({ id, baseRevision, on: status !== 'on' })),
      archive: () => turn(() => archiveRuleAction({ id, baseRevision, archived: status !== 'archived' })),
      mute: (days: number | null) => turn(() => muteRuleAction({ ruleId: id, days })),
    }),
    [id, baseRevision, status, turn],
  )
  const keys = useMemo(() => {
    const mute = { m: () => acts.mute(muted ? 0 : null) }
    return mayChange && status !== 'archived' ? { ...mute, o: acts.onOrOff } : mute
  }, [acts, mayChange, status, muted])
  usePageKeys(keys)
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-2">
        <RuleState status={status} />
        <Muted muted={muted} />
        <span className="flex flex-wrap gap-2" data-print="hide">
          {mayChange && status !== 'archived' && (
            <Button variant={status === 'on' ? 'secondary' : 'primary'} disabled={pending} onClick={acts.onOrOff}>
              {status === 'on' ? 'Switch off' : 'Switch on'}
            </Button>
          )}
          {muted ? (
            <Button disabled={pending} onClick={() => acts.mute(0)}>
              Unmute
            </Button>
          ) : (
            <>
              <Button variant="quiet" disabled={pending} onClick={() => acts.mute(7)}>
                Mute for a week
              </Button>
              <Button variant="quiet" disabled={pending} onClick={() => acts.mute(null)}>
                Mute
              </Button>
            </>
          )}
          {mayChange && (
            <Button variant="quiet" disabled={pending} onClick={acts.archive}>
              {status === 'archived' ? 'Bring back' : 'Archive'}
            </Button>
          )}
        </span>
      </div>
      {failure && <Callout tone="danger" role="alert" title={failure.message} />}
    </div>
  )
}
