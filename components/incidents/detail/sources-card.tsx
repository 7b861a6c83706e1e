import { Card } from '@/components/ui/card'
import { dayOf, formatDay } from '@/lib/core/calendar'
import { RELIABILITY_GRADES } from '@/lib/core/codebook'
import type { SourceInput } from '@/lib/incidents/schema'

/** On what an incident rests: outlet, day, address, words, reliability. */
export function SourcesCard({ sources }: { sources: SourceInput[] }) {
  return (
    <Card id="sources" title="Sources">
      <ol className="space-y-3">
        {sources.map(({ outlet, date, url, quote, reliability }) => (
          <li key={`${outlet} ${date} ${url} ${quote}`} className="text-sm">
            <p className="flex flex-wrap items-baseline gap-x-2">
              {url ? (
                <a className="link font-medium" href={url} target="_blank" rel="noreferrer noopener">
                  {outlet}
                </a>
              ) : (
                <span className="font-medium">{outlet}</span>
              )}
              {date && <time dateTime={date}>{formatDay(dayOf(date))}</time>}
              <span className="text-muted">
                {reliability}: {RELIABILITY_GRADES.find(({ grade }) => grade === reliability)?.label.toLowerCase()}
              </span>
            </p>
            {quote && (
              <blockquote className="mt-1 max-w-prose border-l-2 pl-3 whitespace-pre-line">“{quote}”</blockquote>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
