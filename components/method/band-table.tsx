import { BandBadge } from '@/components/ui/band-badge'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { type Band, bandsOf, type MethodParameters, pointsForScore } from '@/lib/core/scoring'
import { formatScore } from '@/lib/format'

const STEP = 0.1

function rangeOf({ level, from, to }: Band): string {
  if (level === -1) return `${formatScore(to)} and below`
  if (level === 0) return `${formatScore(from + STEP)} to ${formatScore(to - STEP)}`
  return to === 100 ? `${formatScore(from)} and above` : `${formatScore(from)} to ${formatScore(to - STEP)}`
}

const pointsOfBand = ({ level, from, to }: Band, parameters: MethodParameters) =>
  level === 0 ? '—' : formatScore(pointsForScore(level === -1 ? to : from, parameters))

/** The bands by displayed score, and the points at which each begins. */
export function BandTable({ parameters }: { parameters: MethodParameters }) {
  return (
    <div className="max-w-xl">
      <Table caption="The bands by displayed score">
        <Head>
          <HeadCell>Band</HeadCell>
          <HeadCell numeric>Displayed score</HeadCell>
          <HeadCell numeric>Begins at, points</HeadCell>
        </Head>
        <Body>
          {bandsOf(parameters).map((band) => (
            <Row key={band.name}>
              <Cell head>
                <BandBadge band={band.name} />
              </Cell>
              <NumberCell>{rangeOf(band)}</NumberCell>
              <NumberCell>{pointsOfBand(band, parameters)}</NumberCell>
            </Row>
          ))}
        </Body>
      </Table>
    </div>
  )
}
