'use client'

import { useCallback, useMemo, useState } from 'react'
import { AnnotationForm } from '@/components/annotations/annotation-form'
import { WithdrawForm } from '@/components/annotations/withdraw-form'
import { usePageKeys } from '@/components/shell/page-keys'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { AnnotationView } from '@/lib/annotations/views'
import { whenWords } from '@/lib/charts/annotations'

interface AnnotationDeskProps {
  dyadId: string
  /** By their first day: the order of their numbers. */
  annotations: readonly AnnotationView[]
  /** Who writes; null where nothing can be written. */
  login: string | null
}

/** What is open: a new annotation, the change of one, its withdrawal, or nothing. */
type Opened = { what: 'new' } | { what: 'edit' | 'withdraw'; id: string } | null

interface EntryProps {
  number: number
  annotation: AnnotationView
  onEdit: (() => void) | null
  onWithdraw: (() => void) | null
}

function Entry({ number, annotation, onEdit, onWithdraw }: EntryProps) {
  const { text, by, editedBy } = annotation
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <p className="min-w-0 break-words">
        <span className="mr-2 inline-block min-w-5 rounded-[2px] bg-accent px-1 text-center text-xs font-semibold text-on-accent tabular-nums">
          {number}
        </span>
        <span className="font-medium whitespace-nowrap">{whenWords(annotation)}</span> {text}{' '}
        <span className="text-xs text-muted">
          {by}
          {editedBy !== null && editedBy !== by && `, changed by ${editedBy}`}
        </span>
      </p>
      {onEdit && onWithdraw && (
        <span className="flex gap-1" data-print="hide">
          <Button variant="quiet" size="sm" onClick={onEdit}>
            Change<span className="sr-only"> annotation {number}</span>
          </Button>
          <Button variant="quiet" size="sm" onClick={onWithdraw}>
            Withdraw<span className="sr-only"> annotation {number}</span>
          </Button>
        </span>
      )}
    </div>
  )
}

/** The annotations of a dyad by number, and the forms that write, change and withdraw them. `a` opens the form of a new one. */
export function AnnotationDesk({ dyadId, annotations, login }: AnnotationDeskProps) {
  const [opened, setOpened] = useState<Opened>(null)
  const close = useCallback(() => setOpened(null), [])
  const keys = useMemo(() => ({ ...(login !== null && { a: () => setOpened({ what: 'new' }) }) }), [login])
  usePageKeys(keys)
  return (
    <div className="text-sm">
      {annotations.length === 0 && <p className="text-muted">Nobody has annotated these charts.</p>}
      <ol aria-label="Annotations">
        {annotations.map((annotation, index) => {
          const { id } = annotation
          const isOpen = opened !== null && opened.what !== 'new' && opened.id === id
          return (
            <li key={id} id={`annotation-${index + 1}`} className="border-t py-1.5 first:border-t-0">
              <Entry
                number={index + 1}
                annotation={annotation}
                onEdit={login === null ? null : () => setOpened({ what: 'edit', id })}
                onWithdraw={login === null ? null : () => setOpened({ what: 'withdraw', id })}
              />
              {isOpen && login !== null && (
                <div className="mt-2">
                  {opened.what === 'edit' ? (
                    <AnnotationForm {...{ login, dyadId, annotation }} onDone={close} />
                  ) : (
                    <WithdrawForm annotation={annotation} onDone={close} />
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {login !== null &&
        (opened?.what === 'new' ? (
          <div className="mt-2 border-t pt-3">
            <AnnotationForm {...{ login, dyadId }} annotation={null} onDone={close} />
          </div>
        ) : (
          <p className="mt-2" data-print="hide">
            <Button size="sm" onClick={() => setOpened({ what: 'new' })}>
              Annotate <Kbd>a</Kbd>
            </Button>
          </p>
        ))}
    </div>
  )
}
