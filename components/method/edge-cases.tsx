import { MethodSection } from '@/components/method/section'
import { worstWords } from '@/components/method/worst-words'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/data-table'
import type { MethodParameters } from '@/lib/core/scoring'

/** The rules for what is not plain, in the order in which a coder meets it. */
const edgeCases = (parameters: MethodParameters) => [
  { when: 'Nothing coded', rule: 'No points, score 0, Calm, if the weeks were checked; otherwise no figure at all.' },
  {
    when: 'A date in the future',
    rule: 'Refused. An announcement is coded on its day, at the rung of the announcement; the act when it happens.',
  },
  { when: 'Before the first day', rule: 'An incident has no points on days before it.' },
  { when: 'De-escalation', rule: 'A negative rung. It can bring the score below 0; nothing is cut off there.' },
  {
    when: 'A measure is taken back',
    rule: 'A new incident with a negative rung, linked to the measure. The measure stays.',
  },
  {
    when: 'Several days',
    rule: `Full points from the first to the last day, for ${parameters.holdCap} days at most; then it fades.`,
  },
  { when: 'Still going on', rule: `Full points until today, for ${parameters.holdCap} days at most.` },
  {
    when: 'The date is not exact',
    rule: 'The middle of the interval, rounded down; or the date of the report if the act was reported at once. The interval is kept.',
  },
  { when: 'Both did the same', rule: 'Two incidents, one each way.' },
  { when: 'One joint act', rule: 'One mutual incident: half of its points to each direction, the score unchanged.' },
  { when: 'A third country acts', rule: 'Context: drawn on the chart, without points.' },
  {
    when: 'A proxy, or nobody named',
    rule: 'The actor is the state held responsible; the doubt goes into the credibility.',
  },
  { when: 'In a third country', rule: 'Counts; the place is recorded.' },
  { when: 'Several targets', rule: 'One incident for each dyad.' },
  { when: 'A correction', rule: 'A new revision; the old one is kept. The score uses the latest.' },
  { when: 'A retraction', rule: 'No points on any day; the incident stays to be seen, with the reason.' },
  { when: 'A draft', rule: 'No points until it is approved.' },
  {
    when: 'One operation, several harms',
    rule: 'Separate incidents for separate harms only, such as deaths and detentions; means and details are not coded again.',
  },
  {
    when: 'Many reports of one act',
    rule: 'One incident with several sources; the best source gives the reliability.',
  },
  {
    when: 'Same code and direction within 3 days',
    rule: 'A warning that it may be there already. The analyst decides.',
  },
  { when: 'Grades E and 5', rule: `Known as badly as can be: ${worstWords(parameters)}.` },
]

/** What the method does in the cases that are not plain. */
export function EdgeCases({ parameters }: { parameters: MethodParameters }) {
  return (
    <MethodSection id="cases" title="Special cases">
      <Table caption="Cases and their rules">
        <Head>
          <HeadCell>Case</HeadCell>
          <HeadCell>Rule</HeadCell>
        </Head>
        <Body>
          {edgeCases(parameters).map(({ when, rule }) => (
            <Row key={when} className="align-baseline">
              <Cell head className="min-w-36">
                {when}
              </Cell>
              <Cell className="min-w-52">{rule}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </MethodSection>
  )
}
