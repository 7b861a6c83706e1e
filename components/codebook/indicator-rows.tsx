import Link from 'next/link'
import { ExampleLinks } from '@/components/codebook/example-links'
import { indicatorPath } from '@/components/codebook/indicator-path'
import { CategoryMark } from '@/components/ui/category-mark'
import { classes } from '@/components/ui/classes'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import type { Indicator } from '@/lib/core/codebook'
import type { MethodParameters } from '@/lib/core/scoring'
import { formatScore } from '@/lib/format'

interface IndicatorRowsProps {
  /** Names the table. */
  caption: string
  indicators: readonly Indicator[]
  parameters: MethodParameters
  /** Writes the category in each row, where rows of several stand together. */
  withCategory?: boolean
}

/** Indicators as a table: what each means, how long it lasts, how others code it, where the case has it. */
export function IndicatorRows({ caption, indicators, parameters, withCategory }: IndicatorRowsProps) {
  return (
    <Table caption={caption}>
      <Head>
        <HeadCell className="w-20">Code</HeadCell>
        <HeadCell>Indicator and anchor</HeadCell>
        <HeadCell className="hidden w-28 md:table-cell">Half-life</HeadCell>
        <HeadCell className="hidden w-20 lg:table-cell">CAMEO</HeadCell>
        <HeadCell numeric className="hidden w-20 lg:table-cell">
          Goldstein
        </HeadCell>
        <HeadCell className="hidden w-40 lg:table-cell">PLOVER</HeadCell>
        <HeadCell className="hidden w-52 xl:table-cell">In the case</HeadCell>
      </Head>
      <Body>
        {indicators.map((indicator, index) => {
          const days = parameters.halfLife[indicator.persistence]
          const turns = !withCategory && indicator.rung > 0 && indicators[index - 1]?.rung < 0
          return (
            <Row
              key={indicator.code}
              focusable
              className={classes('align-baseline', turns && 'border-t-2 border-t-line-strong')}
            >
              <Cell head className="whitespace-nowrap tabular-nums">
                <Link href={indicatorPath(indicator.code)} className="link">
                  {indicator.code}
                </Link>
              </Cell>
              <Cell className="min-w-56">
                <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
                  {indicator.label}
                  {withCategory && (
                    <span className="text-xs font-normal text-muted">
                      <CategoryMark category={indicator.category} />
                    </span>
                  )}
                </p>
                <p className="text-muted">{indicator.anchor}</p>
                <p className="text-xs text-muted md:hidden">
                  {indicator.persistence}, half-life {days} days
                </p>
                {indicator.example !== '' && (
                  <p className="text-xs text-muted xl:hidden">
                    In the case: <ExampleLinks example={indicator.example} />
                  </p>
                )}
              </Cell>
              <Cell className="hidden whitespace-nowrap md:table-cell">
                {days} days <span className="block text-xs text-muted">{indicator.persistence}</span>
              </Cell>
              <Cell className="hidden tabular-nums lg:table-cell">{indicator.cameo}</Cell>
              <NumberCell className="hidden lg:table-cell">
                {indicator.goldstein === null ? '—' : formatScore(indicator.goldstein)}
              </NumberCell>
              <Cell className="hidden text-xs lg:table-cell">{indicator.plover}</Cell>
              <Cell className="hidden text-xs xl:table-cell">
                <ExampleLinks example={indicator.example} />
              </Cell>
            </Row>
          )
        })}
      </Body>
    </Table>
  )
}
