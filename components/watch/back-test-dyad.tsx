'use client'

import { BackTestChart } from '@/components/charts/back-test-chart'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { WeekLabel } from '@/components/ui/week-label'
import { pairName } from '@/components/watch/condition-words'
import { formatDay } from '@/lib/core/calendar'
import { formatPlural, formatScore } from '@/lib/format'
import type { DyadBackTest } from '@/lib/watch/views'

const leadWords = (days: number | null): string => {
  if (days === null) return 'no alert in the eight weeks before'
  if (days < 0) return 'only when that week was over'
  return days === 0 ? 'on that Sunday' : `${formatPlural(days, 'day')} before`
}

/** One dyad of a back-test: its closes with the alerts on them, how early the peaks were told, and the alerts. */
export function BackTestDyad({ dyad }: { dyad: DyadBackTest }) {
  const { dyadId, count, alerts, peaks, closes } = dyad
  const pair = pairName(dyadId)
  return (
    <section aria-label={pair} className="min-w-0">
      {closes.length === 0 ? (
        <p className="text-sm text-muted">{pair}: no week of it is over yet.</p>
      ) : (
        <div className="rounded border">
          <BackTestChart
            pair={pair}
            fileName={`${dyadId}-back-test`}
            closes={closes}
            alerts={alerts}
            peaks={peaks}
            count={count}
          />
        </div>
      )}
      <div className="mt-2 grid items-start gap-4 xl:grid-cols-2">
        {peaks.length > 0 && (
          <Table caption={`Peaks of ${pair}, and how early they were told`} showCaption>
            <Head>
              <HeadCell>Peak</HeadCell>
              <HeadCell numeric>Close</HeadCell>
              <HeadCell>First alert</HeadCell>
            </Head>
            <Body>
              {peaks.map(({ weekStart, close, highest, leadDays }) => (
                <Row key={weekStart}>
                  <Cell head>
                    <WeekLabel weekStart={weekStart} />
                    {highest && <span className="text-xs font-normal text-muted"> highest</span>}
                  </Cell>
                  <NumberCell>{formatScore(close)}</NumberCell>
                  <Cell>{leadWords(leadDays)}</Cell>
                </Row>
              ))}
            </Body>
          </Table>
        )}
        {alerts.length > 0 && (
          <Table
            caption={`Alerts of ${pair}${count > alerts.length ? `, the latest ${alerts.length}` : ''}`}
            showCaption
            tall
          >
            <Head>
              <HeadCell>Told on</HeadCell>
              <HeadCell>What</HeadCell>
            </Head>
            <Body>
              {alerts.map(({ key, toldDay, headline, numbers, titles }) => (
                <Row key={key}>
                  <Cell head className="whitespace-nowrap tabular-nums">
                    {formatDay(toldDay)}
                  </Cell>
                  <Cell>
                    {headline.replace(`${pair} `, '').replace(`${pair}: `, '')}
                    {titles.map((title) => (
                      <span key={title} className="block">
                        {title}
                      </span>
                    ))}
                    {numbers && <span className="block text-xs text-muted tabular-nums">{numbers}</span>}
                  </Cell>
                </Row>
              ))}
            </Body>
          </Table>
        )}
      </div>
    </section>
  )
}
