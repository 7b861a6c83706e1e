'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { compareDyadsPath } from '@/components/compare/compare-path'
import { usePageKeys } from '@/components/shell/page-keys'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { MOST_COMPARED } from '@/lib/compare/schema'
import { formatPlural } from '@/lib/format'

const FIELD = 'dyads'

/** The dyads that are ticked in a form, each once: a row stands in the table and in the cards. */
const chosenIn = (form: HTMLFormElement): string[] => [
  ...new Set(new FormData(form).getAll(FIELD).filter((value) => typeof value === 'string')),
]

/** The box of a row that has the focus. */
const focusedBox = (): HTMLInputElement | null | undefined =>
  document.activeElement?.closest('[data-row]')?.querySelector<HTMLInputElement>(`input[name="${FIELD}"]`)

/** Ticks a dyad for a comparison; it lies over the link that covers its row. */
export function CompareBox({ dyadId, name }: { dyadId: string; name: string }) {
  return (
    <label className="relative z-10 inline-flex size-8 items-center justify-center">
      <span className="sr-only">Compare {name}</span>
      <input type="checkbox" name={FIELD} value={dyadId} className="size-4 accent-accent" />
    </label>
  )
}

/**
 * The overview's rows as a form that leads to a comparison of those that are ticked. `x` ticks the row that has the focus, `c`
 * compares.
 */
export function CompareForm({ children }: { children: ReactNode }) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [count, setCount] = useState(0)
  const keys = useMemo(
    () => ({
      x: () => focusedBox()?.click(),
      c: () => form.current?.requestSubmit(),
    }),
    [],
  )
  usePageKeys(keys)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = chosenIn(event.currentTarget)
    if (chosen.length > 0) router.push(compareDyadsPath(chosen))
  }
  return (
    <form
      ref={form}
      action="/compare"
      onSubmit={submit}
      onChange={(event) => setCount(chosenIn(event.currentTarget).length)}
    >
      {children}
      <div
        role="status"
        className={count === 0 ? 'sr-only' : 'sticky bottom-0 z-20 border-t border-line-strong bg-raised py-2'}
        data-print="hide"
      >
        {count > 0 && (
          <div className="flex flex-wrap items-center gap-3 text-sm">
            <Button type="submit" variant="primary">
              Compare {formatPlural(count, 'dyad')}
            </Button>
            <span className="text-muted">
              {count > MOST_COMPARED ? (
                `The first ${MOST_COMPARED} are compared.`
              ) : (
                <>
                  <Kbd>x</Kbd> ticks a row, <Kbd>c</Kbd> compares.
                </>
              )}
            </span>
          </div>
        )}
      </div>
    </form>
  )
}
