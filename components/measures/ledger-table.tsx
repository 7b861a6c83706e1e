import Link from 'next/link'
import { incidentPath } from '@/components/incidents/incident-path'
import { ageWords, canEndWords, endingWords, measureWords } from '@/components/measures/measure-words'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { Direction } from '@/components/ui/direction'
import { formatDay } from '@/lib/core/calendar'
import type { MeasureAnswer, MeasureView } from '@/lib/measures/views'

interface LedgerTableProps {
  dyadId: string
  measures: readonly MeasureView[]
  caption: string
}

function AnswerLink({ dyadId, answer }: { dyadId: string; answer: MeasureAnswer }) {
  return (
    <Link href={incidentPath({ dyadId, id: answer.id })} className="link">
      {answer.title}
    </Link>
  )
}

/** What became of it: how it ended, or what eased it without ending it. */
function Fate({ dyadId, measure }: { dyadId: string; measure: MeasureView }) {
  const ending = endingWords(measure)
  return (
    <>
      {ending !== null && <span className="block">{ending}</span>}
      {measure.endedBy && <AnswerLink dyadId={dyadId} answer={measure.endedBy} />}
      {measure.easedBy.map((answer) => (
        <span key={answer.id} className="block text-xs text-muted">
          eased on {formatDay(answer.day)} by <AnswerLink dyadId={dyadId} answer={answer} />
        </span>
      ))}
      {ending === null && measure.easedBy.length === 0 && <span className="text-muted">Stands</span>}
    </>
  )
}

/** Measures in rows: what, who to whom, since when, who can end it, what became of it. */
export function LedgerTable({ dyadId, measures, caption }: LedgerTableProps) {
  return (
    <Table caption={caption}>
      <Head>
        <HeadCell>Measure</HeadCell>
        <HeadCell>Who → whom</HeadCell>
        <HeadCell numeric>Since</HeadCell>
        <HeadCell numeric>Age</HeadCell>
        <HeadCell>Who can end it</HeadCell>
        <HeadCell>What became of it</HeadCell>
      </Head>
      <Body>
        {measures.map((measure) => (
          <Row key={measure.incidentId} data-row="" className="align-top">
            <Cell head className="min-w-56">
              <Link href={incidentPath({ dyadId, id: measure.incidentId })} className="link">
                {measure.title}
              </Link>
              <span className="block text-xs font-normal text-muted">
                {measureWords(measure)}
                {measure.onlyWhere !== null && `, as far as ${measure.onlyWhere}`}
              </span>
            </Cell>
            <Cell className="whitespace-nowrap">
              <Direction actor={measure.actor} target={measure.target} short />
            </Cell>
            <NumberCell>{formatDay(measure.sinceDay)}</NumberCell>
            <NumberCell>{ageWords(measure.ageDays)}</NumberCell>
            <Cell className="min-w-40">{canEndWords(measure)}</Cell>
            <Cell className="min-w-44">
              <Fate dyadId={dyadId} measure={measure} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
