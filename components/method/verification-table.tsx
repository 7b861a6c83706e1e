import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { CREDIBILITY_GRADES, RELIABILITY_GRADES } from '@/lib/core/codebook'
import { type MethodParameters, verificationOf } from '@/lib/core/scoring'
import { formatPoints } from '@/lib/format'

/** Verification by grade: reliability down, credibility across. */
export function VerificationTable({ parameters }: { parameters: MethodParameters }) {
  return (
    <Table
      caption="Verification v by grade: reliability of the source down, credibility of the information across"
      showCaption
    >
      <Head>
        <HeadCell>Grade</HeadCell>
        {CREDIBILITY_GRADES.map(({ grade, label }) => (
          <HeadCell key={grade} numeric title={label}>
            <span className="text-ink">{grade}</span>
            <span className="block font-normal">c {formatPoints(parameters.credibility[grade])}</span>
          </HeadCell>
        ))}
      </Head>
      <Body>
        {RELIABILITY_GRADES.map(({ grade: reliability, label }) => (
          <Row key={reliability}>
            <Cell head className="whitespace-nowrap tabular-nums" title={label}>
              {reliability}{' '}
              <span className="text-xs font-normal text-muted">
                r {formatPoints(parameters.reliability[reliability])}
              </span>
            </Cell>
            {CREDIBILITY_GRADES.map(({ grade: credibility }) => (
              <NumberCell key={credibility}>
                {verificationOf(reliability, credibility, parameters).toFixed(2)}
              </NumberCell>
            ))}
          </Row>
        ))}
      </Body>
    </Table>
  )
}

/** The words of the two scales of grades. */
export function GradeWords({ parameters }: { parameters: MethodParameters }) {
  const reliability = RELIABILITY_GRADES.map((each) => ({ ...each, worth: parameters.reliability[each.grade] }))
  const credibility = CREDIBILITY_GRADES.map((each) => ({ ...each, worth: parameters.credibility[each.grade] }))
  const scales = [
    { title: 'Reliability of the source', grades: reliability },
    { title: 'Credibility of the information', grades: credibility },
  ]
  return (
    <div className="grid gap-x-8 gap-y-4 xl:grid-cols-2">
      {scales.map(({ title, grades }) => (
        <Table key={title} caption={title} showCaption>
          <Head>
            <HeadCell className="w-14">Grade</HeadCell>
            <HeadCell>Meaning</HeadCell>
            <HeadCell numeric>Counts</HeadCell>
          </Head>
          <Body>
            {grades.map(({ grade, label, meaning, worth }) => (
              <Row key={grade} className="align-baseline">
                <Cell head>{grade}</Cell>
                <Cell>
                  {label}. <span className="text-muted">{meaning}</span>
                </Cell>
                <NumberCell>{formatPoints(worth)}</NumberCell>
              </Row>
            ))}
          </Body>
        </Table>
      ))}
    </div>
  )
}
