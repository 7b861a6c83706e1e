import { linear, pathThrough, stepsOf } from '@/components/method/picture-scale'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { bandZones } from '@/lib/charts/bands'
import { bandsOf, type MethodParameters, pointsAtFifty, scoreOf } from '@/lib/core/scoring'
import { formatPoints, formatScore } from '@/lib/format'
import { bandColour } from '@/lib/palette'

const WIDTH = 640
const HEIGHT = 300
const LEFT = 44
const RIGHT = 96
const BOTTOM = 30
const LOWEST = -40

/** How points become a score, with the bands behind: drawn on the server, told in its caption. */
export function TransformPicture({ parameters }: { parameters: MethodParameters }) {
  const fifty = pointsAtFifty(parameters)
  const [fewest, most] = [-fifty * 0.7, fifty * 5]
  const x = linear([fewest, most], [LEFT, WIDTH - RIGHT])
  const y = linear([LOWEST, 100], [HEIGHT - BOTTOM, 8])
  const curve = stepsOf(0, 120, 1).map((step) => fewest + (step * (most - fewest)) / 120)
  return (
    <figure className="max-w-[44rem]">
      <ScrollRegion label="Picture of points and score">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          className="h-auto w-full min-w-[34rem]"
          role="img"
          aria-describedby="transform-caption"
        >
          <title>How points become a score</title>
          {bandZones(bandsOf(parameters), [LOWEST, 100]).map(({ name, from, to }) => {
            const [top, bottom] = [y(to), y(from)]
            return (
              <g key={name}>
                <rect
                  x={LEFT}
                  width={WIDTH - RIGHT - LEFT}
                  y={top}
                  height={bottom - top}
                  fill={bandColour(name).css}
                  fillOpacity="0.14"
                />
                <text x={WIDTH - RIGHT + 8} y={(top + bottom) / 2 + 4} className="fill-ink text-[12px]">
                  {name}
                </text>
                {from > LOWEST && (
                  <text x={LEFT - 8} y={bottom + 4} textAnchor="end" className="fill-muted text-[12px]">
                    {formatPoints(from)}
                  </text>
                )}
              </g>
            )
          })}
          <line x1={x(0)} x2={x(0)} y1={8} y2={HEIGHT - BOTTOM} className="stroke-line-strong" strokeDasharray="2 3" />
          {[0, 1, 2, 3, 4, 5].map((times) => (
            <text
              key={times}
              x={x(times * fifty)}
              y={HEIGHT - 10}
              textAnchor="middle"
              className="fill-muted text-[12px]"
            >
              {times === 0 ? '0 points' : formatPoints(times * fifty)}
            </text>
          ))}
          <path
            d={pathThrough(curve.map((points) => [x(points), y(scoreOf(points, parameters))]))}
            fill="none"
            strokeWidth="2"
            className="stroke-ink"
          />
          <circle cx={x(fifty)} cy={y(50)} r="4" className="fill-ink" />
          <text x={x(fifty) + 9} y={y(50) + 16} className="fill-ink text-[12px] font-semibold">
            {formatPoints(fifty)} points make {formatScore(scoreOf(fifty, parameters))}
          </text>
        </svg>
      </ScrollRegion>
      <figcaption id="transform-caption" className="text-xs text-muted">
        Points across, score upwards. {formatPoints(fifty)} points make 50, twice that{' '}
        {formatScore(scoreOf(2 * fifty, parameters))}, three times that {formatScore(scoreOf(3 * fifty, parameters))},
        and 100 is never reached. Below 0 the curve is the same, turned over.
      </figcaption>
    </figure>
  )
}
