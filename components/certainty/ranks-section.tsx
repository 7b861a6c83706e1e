import Link from 'next/link'
import { certaintyPath } from '@/components/certainty/certainty-path'
import { shareWords } from '@/components/certainty/certainty-words'
import { SectionHead } from '@/components/certainty/section-head'
import type { DyadAddress } from '@/components/dyads/dyad-address'
import { dyadName } from '@/components/dyads/dyad-words'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import type { WeekRanks } from '@/lib/certainty/views'
import { weekIdOf } from '@/lib/core/calendar'
import { formatScore } from '@/lib/format'

const TITLE = 'How firmly it holds its rank'

/** The ranks until they are asked for. */
export function RanksOffer({ href }: { href: string }) {
  return (
    <>
      <SectionHead title={TITLE} id="ranks">
        In how many draws this dyad comes out where it stands among the dyads of its week. That draws each of them, so
        it is worked out when it is asked for.
      </SectionHead>
      <p className="px-4 pb-4 text-sm">
        <Link href={href} scroll={false} className="link font-semibold">
          Work out the ranks
        </Link>
      </p>
    </>
  )
}

interface RanksSectionProps {
  ranks: Promise<WeekRanks>
  address: DyadAddress
}

/** The dyads of the week by rank, each with the share of common full draws in which it holds its own. */
export async function RanksSection({ ranks: awaited, address }: RanksSectionProps) {
  const { dyads, covered, draws, seed, weekStart } = await awaited
  const week = weekIdOf(weekStart)
  return (
    <>
      <SectionHead title={TITLE} id="ranks">
        In how many of {draws} full draws each dyad comes out at its rank in {week}. Draws are common to all: the method
        varies for all alike.
        {covered > dyads.length && ` The ${dyads.length} most tense of ${covered} that were covered.`}
      </SectionHead>
      {dyads.length < 2 ? (
        <p className="px-4 pb-4 text-sm text-muted">
          {dyads.length === 0
            ? 'No dyad was covered in that week.'
            : 'One dyad alone was covered in that week: there is no order.'}
        </p>
      ) : (
        <Table caption={`Dyads of ${week} by rank`} tall>
          <Head>
            <HeadCell numeric>Rank</HeadCell>
            <HeadCell>Dyad</HeadCell>
            <HeadCell numeric>Score</HeadCell>
            <HeadCell numeric>Holds its rank</HeadCell>
          </Head>
          <Body>
            {dyads.map((dyad) => (
              <Row
                key={dyad.dyadId}
                data-row=""
                className={dyad.dyadId === address.dyadId ? 'bg-sunken font-semibold' : undefined}
              >
                <NumberCell>{dyad.rank}</NumberCell>
                <Cell>
                  <Link
                    href={certaintyPath({ ...address, dyadId: dyad.dyadId, week })}
                    aria-current={dyad.dyadId === address.dyadId ? 'page' : undefined}
                    className="link"
                  >
                    {dyadName(dyad)}
                  </Link>
                </Cell>
                <NumberCell>{formatScore(dyad.score)}</NumberCell>
                <NumberCell>{shareWords(dyad.share)}</NumberCell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
      <p className="px-4 py-2 text-xs text-muted">
        Dyads that are level in a draw share their ranks. Seed {seed}. Nothing of it is a forecast.
      </p>
    </>
  )
}
