import Link from 'next/link'
import { incidentPath } from '@/components/incidents/incident-path'
import { CodingText } from '@/components/samples/coding-words'
import { DIFFERENCE_WORDS } from '@/components/samples/difference-words'
import { Badge } from '@/components/ui/badge'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import type { CoderProgress, SampleUnit } from '@/lib/samples/views'

/** What a coder gave a unit; only that it is handed in, where the codings are not to be seen. */
function Given({ unit, coderId }: { unit: SampleUnit; coderId: string }) {
  const coding = unit.codings?.find((own) => own.coderId === coderId)
  if (coding) return <CodingText coding={coding} />
  return unit.codedBy.includes(coderId) ? 'handed in' : <span className="text-muted">–</span>
}

function Outcome({ unit }: { unit: SampleUnit }) {
  if (unit.resolved) return <Badge tone="success">Resolved, revision {unit.resolved.revision}</Badge>
  const { difference } = unit
  if (difference === null) return <span className="text-muted">–</span>
  const words = DIFFERENCE_WORDS[difference]
  return difference === 'none' ? (
    <span className="text-xs text-muted">{words}</span>
  ) : (
    <Badge tone="warning">{words}</Badge>
  )
}

/** The units of a sample by its coders. */
export function UnitTable({ units, coders }: { units: readonly SampleUnit[]; coders: readonly CoderProgress[] }) {
  return (
    <Table caption="Units of the sample, and how each coder coded them" tall={units.length > 20}>
      <Head>
        <HeadCell numeric>No.</HeadCell>
        <HeadCell>Incident</HeadCell>
        {coders.map(({ id, name }) => (
          <HeadCell key={id}>{name}</HeadCell>
        ))}
        <HeadCell>Outcome</HeadCell>
      </Head>
      <Body>
        {units.map((unit) => (
          <Row key={unit.ordinal} focusable>
            <NumberCell className="text-muted">{unit.ordinal}</NumberCell>
            <Cell head className="min-w-56">
              {unit.dyadId !== null && unit.id !== null ? (
                <Link href={incidentPath({ dyadId: unit.dyadId, id: unit.id })} className="hover:underline">
                  {unit.title}
                </Link>
              ) : (
                unit.title
              )}
            </Cell>
            {coders.map(({ id }) => (
              <Cell key={id}>
                <Given unit={unit} coderId={id} />
              </Cell>
            ))}
            <Cell>
              <Outcome unit={unit} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
