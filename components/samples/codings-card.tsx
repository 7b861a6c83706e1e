import Link from 'next/link'
import { CodeText } from '@/components/samples/coding-words'
import { samplePath } from '@/components/samples/sample-path'
import { Card } from '@/components/ui/card'
import { formatDay } from '@/lib/core/calendar'
import type { CodingView, SampleCodings } from '@/lib/samples/views'

function Coded({ coding }: { coding: CodingView }) {
  const { coder, codable, code, startDay, credibility, confidence, note } = coding
  return (
    <li className="py-2 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{coder}</span>
        {codable ? (
          <>
            {code && <CodeText code={code} full />}
            <span className="text-xs text-muted">
              {startDay !== null && formatDay(startDay)} · credibility {credibility} · {confidence} confidence
            </span>
          </>
        ) : (
          <span className="text-muted">cannot be coded from its sources</span>
        )}
      </p>
      {note && <p className="mt-0.5 max-w-prose text-xs whitespace-pre-line text-muted">{note}</p>}
    </li>
  )
}

/** How an incident was coded by others, blind to each other; nothing where it was in no sample. */
export function CodingsCard({ codings }: { codings: SampleCodings[] }) {
  if (codings.length === 0) return null
  return (
    <Card id="codings" title="Double coding" lead="Coded anew, by people who did not see each other’s codings">
      {codings.map(({ sampleId, title, resolvedRevision, codings: own }) => (
        <div key={sampleId} className="not-first:mt-3">
          <p className="text-xs text-muted">
            <Link className="link" href={samplePath(sampleId)}>
              {title}
            </Link>
            {resolvedRevision !== null && `, resolved by revision ${resolvedRevision}`}
          </p>
          <ul className="divide-y">
            {own.map((coding) => (
              <Coded key={coding.coderId} coding={coding} />
            ))}
          </ul>
        </div>
      ))}
    </Card>
  )
}
