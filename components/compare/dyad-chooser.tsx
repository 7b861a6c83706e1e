'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useOptimistic, useState, useTransition } from 'react'
import { comparePath, withoutDyad } from '@/components/compare/compare-path'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { type CompareAsk, MOST_COMPARED } from '@/lib/compare/schema'
import { codesOf } from '@/lib/core/dyad'
import { foldText } from '@/lib/core/text'
import { countryName, searchCountries } from '@/lib/countries'

interface DyadChooserProps {
  ask: CompareAsk
  /** Every dyad that there is. */
  dyadIds: readonly string[]
}

const nameOf = (dyadId: string) => codesOf(dyadId).map(countryName).join(' – ')

/** Dyads by what is typed: their id or name, or a country's name in any of its languages. */
function searchDyads(options: readonly { value: string; label: string; hint: string }[], text: string) {
  const wanted = foldText(text.trim())
  if (wanted === '') return options
  const codes = new Set(searchCountries(text).map(({ code }) => code))
  return options.filter(
    ({ value, label }) =>
      foldText(`${value} ${label}`).includes(wanted) || codesOf(value).some((code) => codes.has(code)),
  )
}

/** The dyads that are compared, each with its way out, and a field that adds one. */
export function DyadChooser({ ask: shown, dyadIds }: DyadChooserProps) {
  const router = useRouter()
  const [, startTransition] = useTransition()
  // What is chosen is there before its page is, so that one choice can follow the other.
  const [ask, choose] = useOptimistic(shown)
  // A new field after each choice: it is empty again, and keeps the focus.
  const [round, setRound] = useState(0)
  const options = dyadIds
    .filter((dyadId) => !ask.dyadIds.includes(dyadId))
    .map((dyadId) => ({ value: dyadId, label: nameOf(dyadId), hint: dyadId }))
  const full = ask.dyadIds.length >= MOST_COMPARED
  const add = (dyadId: string | null) => {
    if (dyadId === null) return
    setRound(round + 1)
    const more = { ...ask, dyadIds: [...ask.dyadIds, dyadId] }
    startTransition(() => {
      choose(more)
      router.push(comparePath(more), { scroll: false })
    })
  }
  return (
    <div className="min-w-0 flex-1 basis-80" data-print="hide">
      <Field
        label="Add a dyad"
        name="add-dyad"
        hint={
          full ? `${MOST_COMPARED} dyads is the most that can be told apart. Take one out to add another.` : undefined
        }
      >
        {(control) => (
          <Combobox
            key={round}
            id={control.id}
            aria-describedby={control['aria-describedby']}
            value={null}
            onChange={add}
            search={(text) => searchDyads(options, text)}
            placeholder="A country or AZE-RUS"
            disabled={full}
            autoFocus={round > 0 && !full}
            className="max-w-sm"
          />
        )}
      </Field>
      {ask.dyadIds.length > 0 && (
        <ul aria-label="Dyads compared" className="mt-2 flex flex-wrap gap-1.5">
          {ask.dyadIds.map((dyadId) => (
            <li key={dyadId} className="flex items-center rounded border border-line-strong text-sm">
              <Link href={`/dyads/${dyadId}`} prefetch={false} className="px-2 py-1 hover:underline">
                {nameOf(dyadId)}
              </Link>
              <Link
                href={withoutDyad(ask, dyadId)}
                scroll={false}
                prefetch={false}
                className="flex h-7 w-7 items-center justify-center border-l text-muted hover:text-ink"
              >
                <span aria-hidden="true">×</span>
                <span className="sr-only">Take {nameOf(dyadId)} out</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
