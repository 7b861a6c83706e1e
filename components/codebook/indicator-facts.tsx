import Link from 'next/link'
import type { ReactNode } from 'react'
import { ExampleLinks } from '@/components/codebook/example-links'
import { feltDays } from '@/components/codebook/felt-for'
import { GENERIC_SCALE, type Indicator } from '@/lib/core/codebook'
import { type MethodParameters, pointsOfRung, scoreOf } from '@/lib/core/scoring'
import { formatPoints, formatRung, formatScore } from '@/lib/format'

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-b py-2 last:border-b-0 sm:grid-cols-[10rem_1fr]">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What an indicator is worth under the method in use, how long it is felt, and how others code it. */
export function IndicatorFacts({ indicator, parameters }: { indicator: Indicator; parameters: MethodParameters }) {
  const { rung, persistence, category } = indicator
  const points = pointsOfRung(rung, category, parameters)
  const step = GENERIC_SCALE.find((each) => each.rung === Math.abs(rung))
  return (
    <dl className="text-sm">
      <Fact name="Rung">
        <span className="tabular-nums">{formatRung(rung)}</span> {step?.name}
        {rung < 0 && ', reversed or outweighed'}
      </Fact>
      <Fact name="Points, fully verified">
        <span className="font-semibold tabular-nums">{formatPoints(points)}</span>; alone and fresh it makes a score of{' '}
        <span className="tabular-nums">{formatScore(scoreOf(points, parameters))}</span>.{' '}
        <Link href="/method#points" className="link">
          How points are made
        </Link>
      </Fact>
      <Fact name="How long it is felt">
        Half-life {parameters.halfLife[persistence]} days ({persistence}); below 10 % after about{' '}
        {feltDays(persistence, parameters)} days.
      </Fact>
      <Fact name="CAMEO event">{indicator.cameo}</Fact>
      <Fact name="Goldstein value">
        {indicator.goldstein === null ? 'none' : formatScore(indicator.goldstein)}
        <span className="text-muted">, for comparison only; the score does not use it</span>
      </Fact>
      <Fact name="PLOVER event">{indicator.plover}</Fact>
      <Fact name="In the case">
        <ExampleLinks example={indicator.example} />
      </Fact>
    </dl>
  )
}
