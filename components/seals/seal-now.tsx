'use client'

import { useState, useTransition } from 'react'
import { CopyHash } from '@/components/incidents/detail/copy-hash'
import { settle } from '@/components/review/settle'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { sealNowAction } from '@/lib/seals/actions'
import type { SealView } from '@/lib/seals/views'

/** Seals the record as it stands, and shows the hash to keep. */
export function SealNow() {
  const [answer, setAnswer] = useState<{ seal: SealView } | { problem: string } | null>(null)
  const [pending, startTransition] = useTransition()
  const seal = () =>
    startTransition(async () => {
      const result = await settle(sealNowAction({}))
      setAnswer(result.ok ? { seal: result.data } : { problem: result.message })
    })
  return (
    <div className="space-y-2" data-print="hide">
      <Button variant="primary" disabled={pending} onClick={seal}>
        {pending ? 'Sealing…' : 'Seal now'}
      </Button>
      <div role="status" className="empty:hidden">
        {answer && 'problem' in answer && <Callout tone="danger" title={answer.problem} />}
        {answer && 'seal' in answer && (
          <Callout tone="success" title={`Seal ${answer.seal.number} is made. Keep its hash outside of the desk.`}>
            <CopyHash hash={answer.seal.hash} of={`the new seal ${answer.seal.number}`} whole />
          </Callout>
        )}
      </div>
    </div>
  )
}
