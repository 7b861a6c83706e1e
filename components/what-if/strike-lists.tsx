import Link from 'next/link'
import type { ReactNode } from 'react'
import { SectionHead } from '@/components/certainty/section-head'
import { incidentPath } from '@/components/incidents/incident-path'
import { CategoryMark } from '@/components/ui/category-mark'
import { Body, Head, HeadCell, Table } from '@/components/ui/data-table'
import { Direction } from '@/components/ui/direction'
import { StrikeRow } from '@/components/what-if/strike-row'
import { toggledPath, type WithoutAddress } from '@/components/what-if/without-path'
import { formatDay } from '@/lib/core/calendar'
import { CATEGORY_LABELS } from '@/lib/core/codebook'
import { formatPlural } from '@/lib/format'
import type { WithoutView } from '@/lib/what-if/views'

interface StrikeListsProps {
  view: WithoutView
  address: WithoutAddress
}

function StrikeTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <Table caption={caption} tall>
      <Head>
        <HeadCell>
          <span className="sr-only">Strike out</span>
        </HeadCell>
        <HeadCell>What</HeadCell>
        <HeadCell numeric title="What the score of the shown week changes by without it alone">
          Change
        </HeadCell>
      </Head>
      <Body>{children}</Body>
    </Table>
  )
}

function Incidents({ view, address }: StrikeListsProps) {
  const more = view.all.incidents > view.incidents.length
  return (
    <div data-card="" className="min-w-0 self-start rounded border bg-raised pb-1">
      <SectionHead title="Incidents">
        {more
          ? `The ${view.incidents.length} with most points in the shown week, of ${view.all.incidents}.`
          : 'Those that have points in the shown week.'}
      </SectionHead>
      <StrikeTable caption="Incidents that can be struck out">
        {view.incidents.map(({ row, struck, out, drop }) => (
          <StrikeRow
            key={row.id}
            name={row.title}
            href={toggledPath(address, 'incidents', row.id)}
            struck={struck}
            out={out}
            drop={drop}
            detail={
              <>
                {formatDay(row.startDay)} ·{' '}
                <Direction actor={row.actor} target={row.target} mutual={row.mutual} short /> ·{' '}
                {row.withheld ? 'you are to code it' : row.code}
              </>
            }
          >
            <Link href={incidentPath(row)} className="link">
              {row.title}
            </Link>
          </StrikeRow>
        ))}
      </StrikeTable>
    </div>
  )
}

const outletWords = (incidents: number, alone: number) =>
  `${formatPlural(incidents, 'incident')}, ${alone === 0 ? 'none' : alone === incidents ? 'all' : alone} by it alone`

/** What can be struck out, each with what the shown week's score would change by without it alone. */
export function StrikeLists({ view, address }: StrikeListsProps) {
  return (
    <div className="mb-6 grid grid-cols-1 gap-6 lg:grid-cols-2">
      <Incidents view={view} address={address} />
      <div className="flex min-w-0 flex-col gap-6">
        <div data-card="" className="min-w-0 rounded border bg-raised pb-1">
          <SectionHead title="Sources">
            Incidents that an outlet alone reports go with it; the others keep their best other source.
            {view.all.outlets > view.outlets.length && ` ${view.outlets.length} of ${view.all.outlets} outlets.`}
          </SectionHead>
          <StrikeTable caption="Sources that can be struck out">
            {view.outlets.map(({ outlet, incidents, alone, struck, drop }) => (
              <StrikeRow
                key={outlet}
                name={outlet}
                href={toggledPath(address, 'outlets', outlet)}
                struck={struck}
                drop={drop}
                detail={outletWords(incidents, alone)}
              >
                {outlet}
              </StrikeRow>
            ))}
          </StrikeTable>
        </div>
        <div data-card="" className="min-w-0 rounded border bg-raised pb-1">
          <SectionHead title="Categories" />
          <StrikeTable caption="Categories that can be struck out">
            {view.categories.map(({ category, incidents, struck, drop }) => (
              <StrikeRow
                key={category}
                name={CATEGORY_LABELS[category]}
                href={toggledPath(address, 'categories', category)}
                struck={struck}
                drop={drop}
                detail={formatPlural(incidents, 'incident')}
              >
                <CategoryMark category={category} bare /> {CATEGORY_LABELS[category]}
              </StrikeRow>
            ))}
          </StrikeTable>
        </div>
      </div>
    </div>
  )
}
