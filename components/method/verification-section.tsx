import { Formula, Line, Sym } from '@/components/method/formula'
import { MethodSection, Prose } from '@/components/method/section'
import { GradeWords, VerificationTable } from '@/components/method/verification-table'
import { worstWords } from '@/components/method/worst-words'
import { type MethodParameters, verificationOf } from '@/lib/core/scoring'
import { formatPercent } from '@/lib/format'

/** How well an incident is known, as a share of its points. */
export function VerificationSection({ parameters }: { parameters: MethodParameters }) {
  return (
    <MethodSection id="verification" title="Verification: how well known">
      <Prose>
        A coder grades two things apart: how far the source can be trusted (A to F) and whether this piece of
        information stands up (1 to 6). The best source of an incident counts. What the information is worth weighs
        twice as much as who brought it, because people who grade by both let it. The result is the share of its points
        that an incident keeps: at B1 that is {formatPercent(verificationOf('B', 1, parameters))}, at C3{' '}
        {formatPercent(verificationOf('C', 3, parameters))}; at E5 {worstWords(parameters)}.
      </Prose>
      <Formula words="v: verification, 0 to 1, to be read as the chance that the act happened as attributed. r: reliability of the best source. c: credibility of the information.">
        <Line>
          <Sym>v</Sym> = (<Sym>r</Sym> + 2<Sym>c</Sym>) / 3
        </Line>
      </Formula>
      <VerificationTable parameters={parameters} />
      <GradeWords parameters={parameters} />
      <Prose>
        The coder’s confidence in the rung (high, moderate, low) is recorded with each incident and does not change its
        points.
      </Prose>
    </MethodSection>
  )
}
