import { partLabel, partsOf, partText } from '@/components/incidents/part-text'
import { WordDiff } from '@/components/incidents/word-diff'
import { MERGE_PARTS, type MergePart } from '@/lib/incidents/merge'
import type { IncidentInput } from '@/lib/incidents/schema'

const ALL_PARTS = Object.keys(MERGE_PARTS) as MergePart[]

interface RevisionDiffProps {
  before: IncidentInput
  after: IncidentInput
  /** The fields that may differ; all where it is not known which do. */
  changed?: readonly (keyof IncidentInput)[]
  /** Said where no words differ. */
  nothing?: string
}

/** What differs between two states of an incident, part by part and word by word. */
export function RevisionDiff({ before, after, changed, nothing }: RevisionDiffProps) {
  const parts = (changed ? partsOf(changed) : ALL_PARTS).filter(
    (part) => partText(before, part) !== partText(after, part),
  )
  if (parts.length === 0) return nothing ? <p className="text-sm text-muted">{nothing}</p> : null
  return (
    <dl className="space-y-1.5 text-sm">
      {parts.map((part) => (
        <div key={part} className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <dt className="text-xs text-muted sm:pt-0.5">{partLabel(part)}</dt>
          <dd className="min-w-0 break-words">
            <WordDiff before={partText(before, part)} after={partText(after, part)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
