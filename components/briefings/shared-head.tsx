import type { ReactNode } from 'react'
import { MARK_WORDS } from '@/components/briefings/briefing-words'
import { MarkLabel } from '@/components/briefings/mark-label'
import type { TlpMark } from '@/lib/briefings/model/terms'
import { dayOf, formatDay } from '@/lib/core/calendar'

interface SharedHeadProps {
  mark: TlpMark
  /** ISO 8601. */
  endsAt: string
  title: ReactNode
  children?: ReactNode
}

/** The head of a shared page: its mark first, what it is, and until when it can be read. */
export function SharedHead({ mark, endsAt, title, children }: SharedHeadProps) {
  return (
    <header className="mb-5">
      <p className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b pb-3 text-xs text-muted">
        <span className="flex flex-wrap items-center gap-2">
          <MarkLabel mark={mark} /> for {MARK_WORDS[mark]}
        </span>
        <span>
          Shared until <time dateTime={endsAt}>{formatDay(dayOf(endsAt.slice(0, 10)))}</time>, read only
        </span>
      </p>
      <h1 className="text-2xl font-semibold tracking-tight break-words">{title}</h1>
      {children}
    </header>
  )
}
