import Link from 'next/link'
import { methodPathOf } from '@/components/briefings/figure-method'
import { exactValue, figureName } from '@/components/briefings/figure-words'
import { incidentPath } from '@/components/incidents/incident-path'
import type { Sentence } from '@/lib/briefings/model/document'
import type { Figures } from '@/lib/briefings/model/figures'
import { formatPlural } from '@/lib/format'

interface SentenceFactsProps {
  sentence: Pick<Sentence, 'figures' | 'incidents'>
  figures: Figures
  /** Titles of incidents by their keys, where the document names them. */
  titles: Readonly<Record<string, string>>
}

/** Incidents that a popover has room for. */
const MOST_INCIDENTS = 12

function incidentOf(key: string): { dyadId: string; id: string } {
  const slash = key.indexOf('/')
  return { dyadId: key.slice(0, slash), id: key.slice(slash + 1) }
}

/** What a sentence rests on: its figures by name to the last digit with the formula's section, and its incidents. */
export function SentenceFacts({ sentence, figures, titles }: SentenceFactsProps) {
  const shown = sentence.figures.filter((id) => Object.hasOwn(figures, id))
  const incidents = sentence.incidents.slice(0, MOST_INCIDENTS)
  if (shown.length === 0 && incidents.length === 0)
    return <p className="text-sm text-muted">It rests on no figure and on no incident: it says how to read the rest.</p>
  return (
    <div className="space-y-2 text-sm">
      {shown.length > 0 && (
        <dl aria-label="Figures" className="space-y-1.5">
          {shown.map((id) => (
            <div key={id}>
              <dt className="text-xs text-muted">{figureName(id)}</dt>
              <dd className="flex flex-wrap items-baseline justify-between gap-x-2 tabular-nums">
                <span className="min-w-0 break-all">{exactValue(figures[id])}</span>
                {figures[id].formula !== null && (
                  <Link href={methodPathOf(figures[id])} className="link text-xs text-muted" prefetch={false}>
                    SCORING {figures[id].formula}
                  </Link>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {incidents.length > 0 && (
        <div>
          <p className="text-xs text-muted">{formatPlural(sentence.incidents.length, 'incident')}</p>
          <ul aria-label="Incidents" className="space-y-0.5">
            {incidents.map((key) => (
              <li key={key}>
                <Link href={incidentPath(incidentOf(key))} className="link break-words" prefetch={false}>
                  {titles[key] ?? key}
                </Link>
              </li>
            ))}
          </ul>
          {sentence.incidents.length > incidents.length && (
            <p className="text-xs text-muted">and {sentence.incidents.length - incidents.length} more</p>
          )}
        </div>
      )}
    </div>
  )
}
