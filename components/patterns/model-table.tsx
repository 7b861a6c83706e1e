import { crpsText } from '@/components/patterns/outlook-words'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { MODEL_WORDS } from '@/lib/charts/fan'
import { LEAST_ARRIVALS, type ModelEvaluation } from '@/lib/core/outlook'
import { formatPercent } from '@/lib/format'

const DASH = '–'
const WEEKS = [1, 2, 3, 4] as const

/** The share of all a model's checked forecasts whose 80 % interval held what came; null where it has no interval. */
function coverageOf({ horizons }: ModelEvaluation): number | null {
  const known = horizons.filter(({ coverage80 }) => coverage80 !== null)
  const n = known.reduce((sum, horizon) => sum + horizon.n, 0)
  return n === 0 ? null : known.reduce((sum, horizon) => sum + horizon.n * (horizon.coverage80 ?? 0), 0) / n
}

function ModelRow({ evaluation }: { evaluation: ModelEvaluation }) {
  const { model, horizons, comparison } = evaluation
  const n = horizons.reduce((sum, horizon) => sum + horizon.n, 0)
  const covered = coverageOf(evaluation)
  const crpsAt = (weeks: number) => horizons.find(({ weeksAhead }) => weeksAhead === weeks)?.crps ?? null
  return (
    <Row>
      <Cell head className="min-w-44">
        {MODEL_WORDS[model].name}
        <span className="block text-xs font-normal text-muted">{MODEL_WORDS[model].says}</span>
      </Cell>
      {WEEKS.map((weeks) => {
        const crps = crpsAt(weeks)
        return <NumberCell key={weeks}>{crps === null ? DASH : crpsText(crps)}</NumberCell>
      })}
      <NumberCell>{covered === null ? DASH : formatPercent(covered)}</NumberCell>
      <NumberCell>{n}</NumberCell>
      <NumberCell>
        {comparison ? `${crpsText(comparison.crps)} vs ${crpsText(comparison.persistence)}` : DASH}
      </NumberCell>
    </Row>
  )
}

/** How each model did so far: forecasts from past weeks, with nothing but what came before, against the closes that followed. */
export function ModelTable({ evaluation }: { evaluation: readonly ModelEvaluation[] }) {
  const made = evaluation.filter(({ horizons }) => horizons.some(({ n }) => n > 0))
  const withoutHawkes = !made.some(({ model }) => model === 'hawkes')
  return (
    <>
      <Table caption="How each model did so far">
        <Head>
          <HeadCell>Model</HeadCell>
          {WEEKS.map((weeks) => (
            <HeadCell
              key={weeks}
              numeric
              title={`Mean CRPS of the close ${weeks} ahead, in score points; lower is better`}
            >
              CRPS, {weeks} w
            </HeadCell>
          ))}
          <HeadCell numeric title="How often the 80 % interval held the close that came">
            80 % held
          </HeadCell>
          <HeadCell numeric title="Forecasts that could be checked">
            n
          </HeadCell>
          <HeadCell numeric title="Mean CRPS of the model, and of persistence over the same weeks">
            Against persistence
          </HeadCell>
        </Head>
        <Body>
          {made.map((one) => (
            <ModelRow key={one.model} evaluation={one} />
          ))}
        </Body>
      </Table>
      {withoutHawkes && (
        <p className="border-t px-4 py-2 text-xs text-muted">
          A Hawkes process is fitted only from {LEAST_ARRIVALS} incidents on.
        </p>
      )}
    </>
  )
}
