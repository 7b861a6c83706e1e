import { momentWords } from '@/components/dyads/as-of/moment-words'
import type { AnnotationRevisionView } from '@/lib/annotations/views'
import { whenWords } from '@/lib/charts/annotations'

const DID = { created: 'wrote', edited: 'changed to', withdrawn: 'withdrew' } as const

/** Everything that was written on the charts, changed and withdrawn, newest first. */
export function AnnotationHistory({ revisions }: { revisions: readonly AnnotationRevisionView[] }) {
  return (
    <details className="mt-3 text-sm" data-print="hide">
      <summary className="link w-fit">History of the annotations ({revisions.length})</summary>
      <ol aria-label="History of the annotations" className="mt-2">
        {revisions.map((one) => (
          <li key={`${one.id}-${one.revision}`} className="border-t py-1.5">
            <p className="break-words">
              {one.by} {DID[one.action]} {whenWords(one)}: “{one.text}”
            </p>
            <p className="text-xs break-words text-muted">
              {momentWords(one.at)} · revision {one.revision} · {one.hash.slice(0, 8)}
              {one.reason !== '' && ` · ${one.reason}`}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
