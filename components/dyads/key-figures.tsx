import Link from 'next/link'
import type { ReactNode } from 'react'
import { methodName } from '@/components/dyads/dyad-words'
import { formatDay } from '@/lib/core/calendar'
import { CATEGORIES } from '@/lib/core/codebook'
import type { DyadView, WeekView } from '@/lib/dyads/views'
import { formatPoints, formatScore } from '@/lib/format'

const EVEN = 0.1

/** The asymmetry in words: who does more, and how much more. */
export function asymmetryWords({ figures }: WeekView, first: string, second: string): string {
  const { asymmetry, direction } = figures
  if (direction.forward.points === 0 && direction.backward.points === 0) return 'neither side weighs anything'
  if (Math.abs(asymmetry) < EVEN) return 'both sides weigh about the same'
  const [more, less] =
    asymmetry > 0 ? [`${first} → ${second}`, `${second} → ${first}`] : [`${second} → ${first}`, `${first} → ${second}`]
  const [large, small] = [direction.forward.points, direction.backward.points].map(Math.abs).sort((a, b) => b - a)
  if (small === 0) return `all of it ${more}`
  return `${more} weighs ${(large / small).toFixed(1)} times ${less}`
}

function Figure({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="min-w-0 border-t pt-2">
      <dt className="text-xs text-muted">{label}</dt>
      <dd>
        <span className="text-base font-semibold tabular-nums">{value}</span>
        {note !== undefined && <span className="block text-xs text-muted">{note}</span>}
      </dd>
    </div>
  )
}

/** What stands behind the score: the two stocks, the two directions, the spread, the high, the method. */
export function KeyFigures({ view, week }: { view: DyadView; week: WeekView }) {
  const { first, second } = view
  const { escalatory, relief, direction, asymmetry, breadth } = week.figures
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-3 xl:grid-cols-6">
      <Figure
        label="Two stocks, in points"
        value={`E ${formatPoints(escalatory, 1)} · D ${formatPoints(relief, 1)}`}
        note="escalation · de-escalation"
      />
      <Figure label={`${first} → ${second}`} value={formatScore(direction.forward.contribution)} note="of the score" />
      <Figure label={`${second} → ${first}`} value={formatScore(direction.backward.contribution)} note="of the score" />
      <Figure label="Asymmetry" value={formatAsymmetry(asymmetry)} note={asymmetryWords(week, first, second)} />
      <Figure
        label="Breadth"
        value={`${breadth.toFixed(1)} of ${CATEGORIES.length}`}
        note="categories that the pressure is spread over"
      />
      <Figure
        label="High of the week"
        value={formatScore(week.high)}
        note={
          <>
            on {formatDay(week.highDay)} · method{' '}
            <Link href="/method" className="link whitespace-nowrap">
              {methodName(view)}
            </Link>
          </>
        }
      />
    </dl>
  )
}

const formatAsymmetry = (asymmetry: number): string =>
  `${asymmetry < 0 ? '−' : asymmetry > 0 ? '+' : ''}${Math.abs(asymmetry).toFixed(2)}`
