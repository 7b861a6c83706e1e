import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { conditionWords, rulePath, whereWords } from '@/components/watch/condition-words'
import { formatDay } from '@/lib/core/calendar'
import { formatPlural } from '@/lib/format'
import type { RuleRow } from '@/lib/watch/views'

/** On, off or archived. */
export function RuleState({ status }: Pick<RuleRow, 'status'>) {
  if (status === 'on') return <Badge tone="success">On</Badge>
  return <Badge>{status === 'off' ? 'Off' : 'Archived'}</Badge>
}

/** That the reader is not told by a rule, and until when. */
export function Muted({ muted }: Pick<RuleRow, 'muted'>) {
  if (!muted) return null
  return (
    <Badge tone="warning">
      {muted.untilDay === null ? 'Muted by you' : `Muted until ${formatDay(muted.untilDay)}`}
    </Badge>
  )
}

/** Rules, each with what it waits for and where. */
export function RuleList({ rules }: { rules: RuleRow[] }) {
  return (
    <ul>
      {rules.map((rule) => (
        <li
          key={rule.id}
          data-row=""
          className="border-b px-4 py-2.5 text-sm last:border-b-0 focus-within:bg-sunken hover:bg-sunken"
        >
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link href={rulePath(rule.id)} className="font-medium hover:underline">
              {rule.name}
            </Link>
            <RuleState status={rule.status} />
            <Muted muted={rule.muted} />
          </p>
          <p className="mt-0.5">
            When {conditionWords(rule.condition)}, in {whereWords(rule)}.
          </p>
          <p className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-muted">
            <span>{rule.scope === 'team' ? 'Of the team' : 'Your own'}</span>
            <span>{rule.alerts === 0 ? 'has told nothing yet' : formatPlural(rule.alerts, 'alert')}</span>
            {rule.emails > 0 && <span>by e-mail too</span>}
            {rule.webhook && <span>by webhook too</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
