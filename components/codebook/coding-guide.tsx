import { Card } from '@/components/ui/card'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/data-table'
import { CODING_RULES, GENERIC_SCALE } from '@/lib/core/codebook'

/** The scale that every ladder fits, and the rules that a coder follows. */
export function CodingGuide() {
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Card
        id="scale"
        title="The scale behind every ladder"
        lead="A rung −n reverses or outweighs a rung +n."
        padded={false}
      >
        <Table caption="The generic scale, rungs 1 to 5">
          <Head>
            <HeadCell className="w-16">Rung</HeadCell>
            <HeadCell>What it means in every category</HeadCell>
          </Head>
          <Body>
            {GENERIC_SCALE.map(({ rung, name, text }) => (
              <Row key={rung} className="align-baseline">
                <Cell head className="tabular-nums">
                  {rung}
                </Cell>
                <Cell>
                  <span className="font-medium">{name}.</span>{' '}
                  <span className="text-muted">{text.charAt(0).toUpperCase() + text.slice(1)}</span>
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      </Card>
      <Card id="rules" title="Coding rules" lead="In the order in which a coder meets them.">
        <ol className="flex flex-col gap-2.5 text-sm">
          {CODING_RULES.map(({ number, name, text }) => (
            <li key={number} className="grid grid-cols-[1.5rem_1fr]">
              <span className="text-muted tabular-nums">{number}</span>
              <span>
                <span className="font-medium">{name}.</span> <span className="text-muted">{text}</span>
              </span>
            </li>
          ))}
        </ol>
      </Card>
    </div>
  )
}
