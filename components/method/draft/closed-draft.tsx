import Link from 'next/link'
import { ChangeTable } from '@/components/method/change-table'
import { byWords, DayOfInstant } from '@/components/method/published-words'
import { versionPath } from '@/components/method/versions-section'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import type { MethodParameters } from '@/lib/core/scoring'
import { changesBetween } from '@/lib/method/parameter-changes'
import type { DraftView } from '@/lib/method/views'

interface ClosedDraftProps {
  draft: DraftView
  /** Parameters of the version that it was drafted from. */
  base: MethodParameters
}

/** A draft that is no longer open: what it would have changed, or did. */
export function ClosedDraft({ draft, base }: ClosedDraftProps) {
  const { basedOn, publishedAs, note, parameters, status, updatedAt, updatedBy } = draft
  const changes = changesBetween(base, parameters)
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <Callout title={status === 'published' ? 'This draft was published' : 'This draft was discarded'}>
        <p>
          On <DayOfInstant at={updatedAt} /> {byWords(updatedBy)}
          {publishedAs !== null && (
            <>
              , as{' '}
              <Link href={versionPath(publishedAs)} className="link">
                version {publishedAs}
              </Link>
            </>
          )}
          . It can be read, and no longer changed.
        </p>
      </Callout>
      {note !== '' && <p className="max-w-[70ch] whitespace-pre-wrap">{note}</p>}
      <Card id="changes" title={`Against ${basedOn}, which it was drafted from`} padded={false}>
        {changes.length === 0 ? (
          <p className="p-4 text-sm text-muted">Nothing differs.</p>
        ) : (
          <ChangeTable
            caption={`What the draft changes against ${basedOn}`}
            names={[basedOn, 'Draft']}
            changes={changes}
          />
        )}
      </Card>
    </div>
  )
}
