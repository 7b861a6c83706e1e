'use client'

import type { ReactNode } from 'react'
import { ChangeTable } from '@/components/method/change-table'
import { Card } from '@/components/ui/card'
import { type MethodParameters, pointsAtFifty } from '@/lib/core/scoring'
import { formatPlural, formatPoints } from '@/lib/format'
import { liveChanges, type ParameterValues } from '@/lib/method/form-values'
import type { Judged } from '@/lib/method/judge-parameters'

interface DifferenceCardProps {
  inUse: { id: string; parameters: MethodParameters }
  /** The version that the draft was started from. */
  basedOn: string
  values: ParameterValues
  judged: Judged
  /** Buttons under it. */
  children: ReactNode
}

function FiftyLine({ before, after }: { before: MethodParameters; after: MethodParameters }) {
  const [old, fresh] = [pointsAtFifty(before), pointsAtFifty(after)]
  if (old === fresh) return null
  return (
    <p className="px-4 py-2 text-sm text-muted">
      Points that make 50: {formatPoints(old)} → {formatPoints(fresh)}.
    </p>
  )
}

/** What the draft would change, kept up with every key. */
export function DifferenceCard({ inUse, basedOn, values, judged, children }: DifferenceCardProps) {
  const changes = liveChanges(inUse.parameters, values)
  const words = changes.length === 0 ? 'Nothing differs' : `${formatPlural(changes.length, 'parameter')} differ`
  const faults = judged.ok ? 0 : judged.faults.length
  return (
    <Card id="difference" title={`Against ${inUse.id}, in use`} padded={false}>
      <p role="status" className="px-4 py-2 text-sm">
        {changes.length === 1 ? '1 parameter differs' : words}
        {faults > 0 && `; ${formatPlural(faults, 'field needs', 'fields need')} another look`}.
      </p>
      {changes.length > 0 && (
        <ChangeTable
          caption={`What the draft changes against ${inUse.id}`}
          names={[inUse.id, 'Draft']}
          changes={changes}
        />
      )}
      {judged.ok && <FiftyLine before={inUse.parameters} after={judged.parameters} />}
      {basedOn !== inUse.id && (
        <p className="px-4 pb-3 text-sm text-muted">
          The draft was started from {basedOn}, which is not in use: publishing it would also take back what stands
          above and you did not change.
        </p>
      )}
      <div className="border-t p-4">{children}</div>
    </Card>
  )
}
