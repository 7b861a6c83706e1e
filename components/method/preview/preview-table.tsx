'use client'

import { nameOfDyad } from '@/components/method/preview/dyad-picker'
import { BandBadge } from '@/components/ui/band-badge'
import { Button } from '@/components/ui/button'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { weekIdOf } from '@/lib/core/calendar'
import { formatScore, formatSigned } from '@/lib/format'
import { largestChange, latestWeek, type Ranked, ranksOf, weeksOfOtherBand } from '@/lib/method/preview-summary'
import type { DyadPreview, PreviewWeek } from '@/lib/method/views'

interface PreviewTableProps {
  previews: readonly DyadPreview[]
  /** Names of the two methods. */
  names: readonly [string, string]
  shown: string | null
  onShow: (dyadId: string) => void
}

function Bands({ week }: { week: PreviewWeek }) {
  const { bandBefore, bandAfter } = week
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <BandBadge band={bandBefore} />
      {bandBefore !== bandAfter && (
        <>
          <span aria-hidden="true">→</span>
          <span className="sr-only">becomes</span>
          <BandBadge band={bandAfter} />
        </>
      )}
    </span>
  )
}

const placeWords = ({ before, after }: Ranked) => (before === after ? String(before) : `${before} → ${after}`)

function Figures({ preview, rank }: { preview: DyadPreview; rank: Ranked | undefined }) {
  const week = latestWeek(preview)
  if (!week || !rank)
    return (
      <Cell colSpan={7} className="text-muted">
        Nothing on record.
      </Cell>
    )
  const largest = largestChange(preview)
  return (
    <>
      <NumberCell>{formatScore(week.before)}</NumberCell>
      <NumberCell>{formatScore(week.after)}</NumberCell>
      <NumberCell>{formatSigned(week.after - week.before)}</NumberCell>
      <Cell>
        <Bands week={week} />
      </Cell>
      <NumberCell>{placeWords(rank)}</NumberCell>
      <NumberCell>{weeksOfOtherBand(preview).length}</NumberCell>
      <NumberCell>
        {largest ? `${formatSigned(largest.after - largest.before)} in ${weekIdOf(largest.weekStart)}` : '—'}
      </NumberCell>
    </>
  )
}

/** Each dyad of a preview: its last covered week by both methods, its place, and what changes most. */
export function PreviewTable({ previews, names, shown, onShow }: PreviewTableProps) {
  const ranks = ranksOf(previews)
  return (
    <Table caption="The dyads by the version in use and by the draft">
      <Head>
        <HeadCell>Dyad</HeadCell>
        <HeadCell numeric>{names[0]}</HeadCell>
        <HeadCell numeric>{names[1]}</HeadCell>
        <HeadCell numeric>Change</HeadCell>
        <HeadCell>Band</HeadCell>
        <HeadCell numeric>Place</HeadCell>
        <HeadCell numeric>Weeks of other band</HeadCell>
        <HeadCell numeric>Largest change</HeadCell>
      </Head>
      <Body>
        {previews.map((preview) => (
          <Row key={preview.dyadId} className={preview.dyadId === shown ? 'bg-sunken' : undefined}>
            <Cell head className="whitespace-nowrap">
              <Button
                variant="quiet"
                size="sm"
                className="-ml-2 text-sm underline"
                aria-pressed={preview.dyadId === shown}
                onClick={() => onShow(preview.dyadId)}
              >
                {nameOfDyad(preview.dyadId)}
              </Button>
            </Cell>
            <Figures preview={preview} rank={ranks.get(preview.dyadId)} />
          </Row>
        ))}
      </Body>
    </Table>
  )
}
