import { BandTable } from '@/components/method/band-table'
import { Formula, Line, Sup, Sym } from '@/components/method/formula'
import { MethodSection, Prose } from '@/components/method/section'
import { TransformPicture } from '@/components/method/transform-picture'
import { type MethodParameters, pointsAtFifty, scoreOf } from '@/lib/core/scoring'
import { formatPoints, formatScore } from '@/lib/format'

/** From the sum of points to a score, and from a score to a band. */
export function ScoreSection({ parameters }: { parameters: MethodParameters }) {
  const { anchor } = parameters
  const fifty = pointsAtFifty(parameters)
  const top = fifty / anchor
  const weighted = Object.values(parameters.weight).some((weight) => weight !== 1)
  return (
    <>
      <MethodSection id="score" title="Score: all of it on one scale">
        <Prose>
          The points of a dyad are added up and put on a scale from −100 to 100. The scale has one fixed point:{' '}
          {formatPoints(anchor)} fresh, confirmed incidents on the top rung{weighted && ' of a category of weight 1'}{' '}
          make 50. With the parameters in use that is {formatPoints(anchor)} × {formatPoints(top)} points, and they
          score {formatScore(scoreOf(anchor * top, parameters))}. The higher the score already is, the less the same
          incident moves it, so one bad week does not make every other week look calm, and no week needs a ceiling.
        </Prose>
        <Formula
          words={
            <>
              X: points of the dyad, the sum over all approved incidents. T: tension score. X<sub>50</sub> = A · b⁴ ={' '}
              {formatPoints(fifty)}: the points that make 50. The last line is the same turned round: the points that
              make a score.
            </>
          }
        >
          <Line>
            <Sym>X</Sym>(<Sym>t</Sym>) = Σ <Sym>x</Sym>(<Sym>t</Sym>)
          </Line>
          <Line>
            <Sym>T</Sym> = sgn(<Sym>X</Sym>) · 100 · (1 − 2
            <Sup>
              −|<Sym>X</Sym>| / <Sym sub="50">X</Sym>
            </Sup>
            )
          </Line>
          <Line>
            <Sym>X</Sym> = −sgn(<Sym>T</Sym>) · <Sym sub="50">X</Sym> · log<sub className="text-[0.7em]">2</sub>(1 − |
            <Sym>T</Sym>| / 100)
          </Line>
        </Formula>
        <TransformPicture parameters={parameters} />
      </MethodSection>
      <MethodSection id="bands" title="Bands: the score in a word">
        <Prose>
          A score is shown with one decimal, halves away from zero, and the band is looked up from the figure as shown:
          the two can never disagree.
        </Prose>
        <BandTable parameters={parameters} />
      </MethodSection>
    </>
  )
}
