import { linear, pathThrough, stepsOf } from '@/components/method/picture-scale'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { PERSISTENCES, type Persistence } from '@/lib/core/codebook'
import { decayOf, type MethodParameters } from '@/lib/core/scoring'

const WIDTH = 640
const HEIGHT = 240
const LEFT = 44
const BOTTOM = 30
const RIGHT = 16
const DASHES: Record<Persistence, string | undefined> = { short: '2 3', medium: '7 4', long: undefined }
/** Share of points at which each line carries its name, spread so that the names do not meet. */
const NAMED_AT: Record<Persistence, number> = { short: 0.12, medium: 0.38, long: 0.62 }

/** How the three half-lives fade over a year: drawn on the server, told in its caption. */
export function DecayPicture({ parameters }: { parameters: MethodParameters }) {
  const lastDay = 2 * parameters.halfLife.long
  const x = linear([0, lastDay], [LEFT, WIDTH - RIGHT])
  const y = linear([0, 1], [HEIGHT - BOTTOM, 10])
  return (
    <figure className="max-w-[44rem]">
      <ScrollRegion label="Picture of the half-lives">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          className="h-auto w-full min-w-[34rem]"
          role="img"
          aria-describedby="decay-caption"
        >
          <title>How points fade</title>
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <g key={share}>
              <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(share)} y2={y(share)} className="stroke-line" />
              <text x={LEFT - 8} y={y(share) + 4} textAnchor="end" className="fill-muted text-[12px]">
                {share * 100} %
              </text>
            </g>
          ))}
          {stepsOf(0, lastDay, 60).map((day) => (
            <text key={day} x={x(day)} y={HEIGHT - 10} textAnchor="middle" className="fill-muted text-[12px]">
              {day === 0 ? 'day 0' : day}
            </text>
          ))}
          {PERSISTENCES.map((name) => {
            const halfLife = parameters.halfLife[name]
            const days = stepsOf(0, lastDay, Math.max(1, Math.round(lastDay / 180)))
            const named = halfLife * Math.log2(1 / NAMED_AT[name])
            return (
              <g key={name}>
                <path
                  d={pathThrough(days.map((day) => [x(day), y(decayOf(halfLife, day))]))}
                  fill="none"
                  strokeWidth="2"
                  strokeDasharray={DASHES[name]}
                  className="stroke-ink"
                />
                <text x={x(named) + 8} y={y(NAMED_AT[name]) - 5} className="fill-ink text-[12px] font-semibold">
                  {name}, {halfLife} days
                </text>
              </g>
            )
          })}
        </svg>
      </ScrollRegion>
      <figcaption id="decay-caption" className="text-xs text-muted">
        What is left of an incident’s points over {lastDay} days.{' '}
        {PERSISTENCES.map((name) => `${name}: half after ${parameters.halfLife[name]} days`).join('; ')}.
      </figcaption>
    </figure>
  )
}
