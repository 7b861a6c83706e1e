import { Instant } from '@/components/incidents/detail/instant'
import { mentionParts } from '@/lib/comments/mentions'
import type { CommentView } from '@/lib/comments/views'

const DONE: Record<CommentView['kind'], string> = {
  comment: '',
  return: 'sent it back',
  resolve: 'resolved this',
  reopen: 'opened this again',
}

function Body({ body, mentions }: { body: string; mentions: readonly string[] }) {
  let at = 0
  return (
    <p className="max-w-prose text-sm break-words whitespace-pre-line">
      {mentionParts(body, new Set(mentions)).map(({ text, login }) => {
        at += text.length
        return login === null ? text : <strong key={at}>{text}</strong>
      })}
    </p>
  )
}

/** One entry of a thread: who, when, in which words. `latest` is the incident's latest revision. */
export function CommentEntry({ comment, latest }: { comment: CommentView; latest: number }) {
  const { number, kind, at, by, body, mentions, revision } = comment
  return (
    <div id={`comment-${number}`} className="scroll-mt-4 target:bg-sunken">
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-muted">
        <span>
          <span className="font-medium text-ink">{by}</span> {DONE[kind]}
        </span>
        <Instant at={at} />
        {revision < latest && kind === 'comment' && <span>on revision {revision}</span>}
      </p>
      {body !== '' && <Body body={body} mentions={mentions} />}
    </div>
  )
}
