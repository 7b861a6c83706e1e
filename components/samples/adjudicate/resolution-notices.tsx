import { Callout } from '@/components/ui/callout'

interface ResolutionNoticesProps {
  /** The browser keeps no drafts. */
  failed: boolean
  /** What the record says now that it did not say before. */
  news: readonly string[]
  problem: string | null
}

/** What has to be known before a unit is resolved: that it changed, that the last try failed, that nothing is kept. */
export function ResolutionNotices({ failed, news, problem }: ResolutionNoticesProps) {
  return (
    <>
      {problem && <Callout tone="danger" role="alert" title={problem} />}
      {news.length > 0 && (
        <Callout tone="warning" role="status" title="The incident changed while you looked at it">
          <ul>
            {news.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p>What you chose yourself stays; the rest follows the record.</p>
        </Callout>
      )}
      {failed && <Callout tone="warning" title="This browser keeps no drafts: resolve before you leave the unit." />}
    </>
  )
}
