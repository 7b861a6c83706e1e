import { IncidentDate } from '@/components/incidents/date-text'
import { CodeMark, TitleLink, Who } from '@/components/incidents/row-parts'
import { Card } from '@/components/ui/card'
import type { IncidentRow, IncidentView } from '@/lib/incidents/views'

function Linked({ row }: { row: IncidentRow }) {
  return (
    <li className="border-b py-1.5 text-sm last:border-b-0">
      <TitleLink row={row} />
      <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-muted">
        <IncidentDate row={row} />
        <CodeMark row={row} />
        <Who row={row} short />
      </p>
    </li>
  )
}

const BASIS = { source: 'the source says so', analyst: 'the analyst’s reading', '': '' } as const

/** What an incident answers, and what answers it. */
export function AnswersCard({ incident }: { incident: IncidentView }) {
  const { respondsTo, answers, input } = incident
  if (!respondsTo && answers.length === 0) return null
  return (
    <Card id="answers" title="Action and answer">
      <div className="space-y-3">
        {respondsTo && (
          <div>
            <h3 className="mb-1 text-xs text-muted">It answers ({BASIS[input.respondsBasis]})</h3>
            <ul>
              <Linked row={respondsTo} />
            </ul>
          </div>
        )}
        {answers.length > 0 && (
          <div>
            <h3 className="mb-1 text-xs text-muted">It is answered by</h3>
            <ul>
              {answers.map((row) => (
                <Linked key={row.id} row={row} />
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  )
}
