import { DocumentFrame } from '@/components/briefings/document-frame'
import { HashText } from '@/components/briefings/hash-text'
import { PublishedFiles } from '@/components/briefings/published-files'
import { SharedHead } from '@/components/briefings/shared-head'
import { Instant } from '@/components/incidents/detail/instant'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import type { SharedBriefing } from '@/lib/briefings/link-queries'

/** A published briefing for somebody without an account: the document, its files, and by what it can be proved. */
export function SharedBriefingPage({ shared, token }: { shared: SharedBriefing; token: string }) {
  const { briefing, mark, endsAt } = shared
  const { id, title, at, asOf, supersededBy, files, hash, seal } = briefing
  return (
    <>
      <SharedHead mark={mark} endsAt={endsAt} title={title}>
        <p className="mt-1 text-sm text-muted">
          Briefing {id}, published on <Instant at={at} />, the record as known on <Instant at={asOf} />
        </p>
      </SharedHead>
      {supersededBy && (
        <Callout tone="warning" title="There is a newer briefing in place of this one" className="mb-4">
          <p>Ask whoever sent you this link for briefing {supersededBy}.</p>
        </Callout>
      )}
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <section aria-label="The document" className="min-w-0">
          <DocumentFrame src={`/s/${token}/document`} title={`Briefing ${id}: ${title}`} />
        </section>
        <div className="min-w-0 space-y-5" data-print="hide">
          {files.length > 0 && (
            <Card id="files" title="Files" padded={false}>
              <PublishedFiles files={files} hrefOf={({ format }) => `/api/v1/shared/${token}/${format}`} />
            </Card>
          )}
          <Card id="proof" title="Proof">
            <dl className="space-y-2 text-sm">
              <div>
                <dt className="text-xs text-muted">Hash of this briefing</dt>
                <dd>
                  <HashText hash={hash} />
                </dd>
              </div>
              <div>
                <dt className="text-xs text-muted">Seal {seal.number} of the record</dt>
                <dd>
                  <HashText hash={seal.hash} />
                </dd>
              </div>
            </dl>
          </Card>
        </div>
      </div>
    </>
  )
}
