'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { briefingPath } from '@/components/briefings/briefing-words'
import { MarkLabel } from '@/components/briefings/mark-label'
import { Instant } from '@/components/incidents/detail/instant'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { pairName } from '@/components/watch/condition-words'
import { useSettled } from '@/components/watch/use-settled'
import { revokeLinkAction } from '@/lib/briefings/actions'
import type { LinkView } from '@/lib/briefings/views'
import { dayOf, formatDay } from '@/lib/core/calendar'

const STATUS: Readonly<Record<LinkView['status'], { words: string; tone: Tone }>> = {
  open: { words: 'open', tone: 'success' },
  ended: { words: 'ended', tone: 'neutral' },
  revoked: { words: 'revoked', tone: 'warning' },
}

const times = (count: number): string =>
  count === 0 ? 'never opened' : count === 1 ? 'opened once' : `opened ${count} times`

function Of({ link }: { link: LinkView }) {
  return link.subject === 'briefing' ? (
    <Link href={briefingPath(link.of)} className="link">
      Briefing {link.of}
    </Link>
  ) : (
    <Link href={`/dyads/${link.of}`} className="link">
      {pairName(link.of)}
    </Link>
  )
}

/** Links that were made, the latest first. `named` says of each what it leads to. */
export function LinkList({ links, named }: { links: readonly LinkView[]; named?: boolean }) {
  const router = useRouter()
  const { failure, pending, run } = useSettled()
  const revoke = (id: string) =>
    run(
      () => revokeLinkAction({ id }),
      () => router.refresh(),
    )
  if (links.length === 0) return <p className="text-sm text-muted">No link was made yet.</p>
  return (
    <>
      {failure && <Callout tone="danger" role="alert" title={failure.message} />}
      <ul aria-label="Links, the latest first" className="text-sm">
        {links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-t py-2">
            <span className="min-w-0 space-y-0.5">
              <span className="flex flex-wrap items-center gap-2">
                <Badge tone={STATUS[link.status].tone}>{STATUS[link.status].words}</Badge>
                {named && (
                  <>
                    <Of link={link} /> <MarkLabel mark={link.mark} />
                  </>
                )}
                <span>until {formatDay(dayOf(link.endsAt.slice(0, 10)))}</span>
              </span>
              <span className="block text-xs text-muted">
                {times(link.opens)}
                {link.lastOpenedAt && (
                  <>
                    , last <Instant at={link.lastOpenedAt} />
                  </>
                )}{' '}
                · made by {link.by}, <Instant at={link.createdAt} />
              </span>
            </span>
            {link.status === 'open' && (
              <Button
                size="sm"
                variant="danger"
                disabled={pending}
                aria-label={`Revoke the link until ${formatDay(dayOf(link.endsAt.slice(0, 10)))}`}
                onClick={() => revoke(link.id)}
              >
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
