import Link from 'next/link'
import { SectionHead } from '@/components/certainty/section-head'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import type { WeekSobol } from '@/lib/certainty/views'
import type { SobolFactor } from '@/lib/core/uncertainty'
import { formatScore } from '@/lib/format'

const NAMES: Readonly<Record<SobolFactor, string>> = {
  halfLife: 'Half-lives, all by one factor',
  base: 'Points ratio of rungs, b',
  anchor: 'Anchor of the scale, A',
  relief: 'Relief, κ',
  weights: 'Weights of the categories, together',
  data: 'The data: what was reported and coded',
}

const TITLE = 'Where the spread comes from'
const formatIndex = (index: number) => index.toFixed(2).replace('-', '−')

/** Sobol indices until they are asked for: what they would tell, and the way to have them worked out. */
export function SobolOffer({ href }: { href: string }) {
  return (
    <>
      <SectionHead title={TITLE} id="sobol">
        First-order and total Sobol indices share the variance of the score out to the parameters and the data, also
        where they work together. They are worked out when they are asked for.
      </SectionHead>
      <p className="px-4 pb-4 text-sm">
        <Link href={href} scroll={false} className="link font-semibold">
          Work out the Sobol indices
        </Link>
      </p>
    </>
  )
}

/** First-order and total Sobol indices of the week's close. */
export async function SobolSection({ sobol: awaited }: { sobol: Promise<WeekSobol> }) {
  const { sobol, rows, draws, seed } = await awaited
  return (
    <>
      <SectionHead title={TITLE} id="sobol">
        First order: the share of the variance that a factor makes alone. Total: with all that it takes part in.
      </SectionHead>
      {sobol === null ? (
        <p className="px-4 pb-4 text-sm text-muted">The score of this week does not vary.</p>
      ) : (
        <>
          <Table caption="First-order and total Sobol indices">
            <Head>
              <HeadCell>Factor</HeadCell>
              <HeadCell numeric>First order</HeadCell>
              <HeadCell numeric>Total</HeadCell>
            </Head>
            <Body>
              {[...sobol.indices]
                .sort((a, b) => b.total - a.total)
                .map(({ factor, first, total }) => (
                  <Row key={factor}>
                    <Cell head>{NAMES[factor]}</Cell>
                    <NumberCell>{formatIndex(first)}</NumberCell>
                    <NumberCell>{formatIndex(total)}</NumberCell>
                  </Row>
                ))}
            </Body>
          </Table>
          <p className="px-4 py-2 text-xs text-muted">
            Standard deviation {formatScore(Math.sqrt(sobol.variance))} around a mean of {formatScore(sobol.mean)}.
            Saltelli design of {rows} rows, weights and data from {draws} draws, seed {seed}; an index errs by some{' '}
            {formatIndex(2 / Math.sqrt(rows))}, so a small one can come out below 0.
          </p>
        </>
      )}
    </>
  )
}
