import { feltDays } from '@/components/codebook/felt-for'
import { DecayPicture } from '@/components/method/decay-picture'
import { Formula, Line, Sup, Sym } from '@/components/method/formula'
import { MethodSection, Prose } from '@/components/method/section'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { PERSISTENCES, type Persistence } from '@/lib/core/codebook'
import type { MethodParameters } from '@/lib/core/scoring'

const MEANT_FOR: Record<Persistence, string> = {
  short: 'Words: a remark, a protest, a campaign',
  medium: 'Single acts: a visit called off, a detention',
  long: 'Standing measures and harm: a closure, an arrest, a death',
}

/** How long an incident is felt. */
export function FadingSection({ parameters }: { parameters: MethodParameters }) {
  return (
    <MethodSection id="fading" title="Fading: how long ago">
      <Prose>
        Points fade by halves. The codebook says for each indicator how long its kind of act binds: short, medium or
        long. An incident that lasts keeps its full points until its last day, one that still goes on keeps them until
        today, and neither for more than {parameters.holdCap} days: after that the condition is the new normal unless
        something new is coded.
      </Prose>
      <Formula
        words={
          <>
            x(t): points on day t. a: first day, z: last day (a if it has none, today if it goes on). e: the day from
            which it fades. H = {parameters.holdCap} days: hold cap. h: half-life in days. Before day a it has no
            points.
          </>
        }
      >
        <Line>
          <Sym>e</Sym> = min( max(<Sym>z</Sym>, <Sym>a</Sym>), <Sym>a</Sym> + <Sym>H</Sym> )
        </Line>
        <Line>
          <Sym>x</Sym>(<Sym>t</Sym>) = <Sym>v</Sym> · <Sym>g</Sym> · 2
          <Sup>
            −max(0, <Sym>t</Sym> − <Sym>e</Sym>) / <Sym>h</Sym>
          </Sup>{' '}
          for <Sym>t</Sym> ≥ <Sym>a</Sym>
        </Line>
      </Formula>
      <Table caption="Half-lives">
        <Head>
          <HeadCell>Persistence</HeadCell>
          <HeadCell>Meant for</HeadCell>
          <HeadCell numeric>Half-life, days</HeadCell>
          <HeadCell numeric>Below 10 % after, days</HeadCell>
        </Head>
        <Body>
          {PERSISTENCES.map((persistence) => (
            <Row key={persistence}>
              <Cell head>{persistence}</Cell>
              <Cell>{MEANT_FOR[persistence]}</Cell>
              <NumberCell>{parameters.halfLife[persistence]}</NumberCell>
              <NumberCell>about {feltDays(persistence, parameters)}</NumberCell>
            </Row>
          ))}
        </Body>
      </Table>
      <DecayPicture parameters={parameters} />
    </MethodSection>
  )
}
