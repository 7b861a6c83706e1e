'use client'

import { useRouter } from 'next/navigation'
import { type GridAddress, gridPath } from '@/components/countries/country-path'
import { ChoiceLinks } from '@/components/dyads/choice-links'
import type { OverviewReading } from '@/components/overview/overview-path'
import { LinkButton } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { countryName, searchCountries } from '@/lib/countries'

interface GridControlsProps {
  address: GridAddress
  reading: OverviewReading
  pages: number
  /** How many countries there are, and which of them are shown, from 1. */
  shown: { from: number; to: number; total: number }
}

/** What the cells show, whose counterparts, and which part of the countries. */
export function GridControls({ address, reading, pages, shown }: GridControlsProps) {
  const router = useRouter()
  const { page } = address
  const only = (code: string | null) =>
    router.push(gridPath({ ...address, with: code, page: 1 }, reading), { scroll: false })
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3" data-print="hide">
      <div>
        <p className="mb-1 text-xs font-medium text-muted">Cells show</p>
        <ChoiceLinks
          label="Cells show"
          items={(['close', 'direction'] as const).map((figure) => ({
            key: figure,
            label: figure === 'close' ? 'the dyad’s score' : 'who to whom',
            title:
              figure === 'close'
                ? 'The weekly close, the same on both sides of the diagonal'
                : 'What the row’s acts on the column add to the close',
            href: gridPath({ ...address, figure }, reading),
            current: address.figure === figure,
          }))}
        />
      </div>
      <Field label="Only one country and its counterparts" name="only-country" className="w-64">
        {(control) => (
          <Combobox
            id={control.id}
            value={address.with}
            onChange={only}
            search={(text) => searchCountries(text).map(({ code, name }) => ({ value: code, label: name, hint: code }))}
            labelOf={countryName}
            placeholder="All countries"
          />
        )}
      </Field>
      <div className="flex items-center gap-2 text-sm text-muted">
        {pages > 1 && page > 1 && (
          <LinkButton size="sm" scroll={false} href={gridPath({ ...address, page: page - 1 }, reading)}>
            More tense ones
          </LinkButton>
        )}
        <span className="tabular-nums">
          {shown.total === 0
            ? 'No country'
            : shown.total <= shown.to && shown.from === 1
              ? `All ${shown.total} countries`
              : `Countries ${shown.from}–${shown.to} of ${shown.total}, the most tense first`}
        </span>
        {page < pages && (
          <LinkButton size="sm" scroll={false} href={gridPath({ ...address, page: page + 1 }, reading)}>
            Less tense ones
          </LinkButton>
        )}
      </div>
    </div>
  )
}
