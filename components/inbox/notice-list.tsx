'use client'

import Link from 'next/link'
import { useState, useTransition } from 'react'
import { noticePath, noticeTitle, whoDidWhat } from '@/components/inbox/notice-words'
import { Instant } from '@/components/incidents/detail/instant'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { classes } from '@/components/ui/classes'
import { markAllReadAction, markReadAction } from '@/lib/inbox/actions'
import type { NoticeView } from '@/lib/inbox/views'

const UNREACHABLE = 'The server could not be reached. Try again.'

function About({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) {
  const path = noticePath(notice)
  const title = noticeTitle(notice)
  if (path === null) return <span className="text-muted">{title}</span>
  return (
    <Link href={path} onClick={onOpen} className="font-medium hover:underline">
      {title}
    </Link>
  )
}

function Notice({ notice, onRead, busy }: { notice: NoticeView; onRead: () => void; busy: boolean }) {
  const { at, read, incident, excerpt, alert, run } = notice
  return (
    <li data-row="" className="flex items-start gap-3 border-b px-4 py-2.5 last:border-b-0 focus-within:bg-sunken">
      <div className="min-w-0 flex-1">
        <p className="text-sm">
          {!read && (
            <span className="mr-1.5 font-semibold">
              <span aria-hidden="true">● </span>
              <span className="sr-only">Not read: </span>
            </span>
          )}
          <About notice={notice} onOpen={read ? () => undefined : onRead} />
        </p>
        {alert?.numbers && (
          <p className={classes('mt-0.5 text-sm tabular-nums', read && 'text-muted')}>{alert.numbers}</p>
        )}
        {run && (run.failure || run.title) && (
          <p className={classes('mt-0.5 line-clamp-3 max-w-prose text-sm break-words', read && 'text-muted')}>
            {run.failure || run.title}
          </p>
        )}
        {excerpt && (
          <p className={classes('mt-0.5 line-clamp-3 max-w-prose text-sm break-words', read && 'text-muted')}>
            “{excerpt}”
          </p>
        )}
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-muted">
          <span>{whoDidWhat(notice)}</span>
          <Instant at={at} />
          {incident && <span>{incident.id}</span>}
        </p>
      </div>
      {!read && (
        <Button size="sm" variant="quiet" disabled={busy} onClick={onRead}>
          Mark as read
        </Button>
      )}
    </li>
  )
}

/** Notices, newest first; opening one marks it as read. `j` and `k` move through them. */
export function NoticeList({ notices, markAll }: { notices: NoticeView[]; markAll: boolean }) {
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()
  const run = (work: () => Promise<{ ok: true } | { ok: false; message: string }>) =>
    startTransition(async () => {
      try {
        const result = await work()
        setProblem(result.ok ? null : result.message)
      } catch (error) {
        console.warn('The notice was not marked.', error)
        setProblem(UNREACHABLE)
      }
    })
  return (
    <>
      {problem && <Callout tone="danger" role="alert" title={problem} />}
      {markAll && (
        <div className="flex justify-end border-b px-4 py-1.5" data-print="hide">
          <Button size="sm" disabled={pending} onClick={() => run(() => markAllReadAction({ until: notices[0].at }))}>
            Mark all as read
          </Button>
        </div>
      )}
      <ul>
        {notices.map((notice) => (
          <Notice
            key={notice.id}
            notice={notice}
            busy={pending}
            onRead={() => run(() => markReadAction({ id: notice.id }))}
          />
        ))}
      </ul>
    </>
  )
}
