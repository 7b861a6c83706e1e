import { BandBadge } from '@/components/ui/band-badge'
import { classes } from '@/components/ui/classes'
import { formatScore } from '@/lib/format'

interface ScoreFigureProps {
  /** −100..100. */
  score: number
  /** Name of its band, by the method that made the score. */
  band: string
  /** Greyed, for the last checked figure of a dyad that has not been checked since. */
  muted?: boolean
  size?: 'md' | 'lg'
  /** Words for screen readers before the figure. */
  label?: string
}

/** A score as the hero of its page: the figure, then its band. */
export function ScoreFigure({ score, band, muted, size = 'lg', label = 'Tension score' }: ScoreFigureProps) {
  const figure = size === 'lg' ? 'text-5xl' : 'text-2xl'
  return (
    <span className="inline-flex items-center gap-2.5">
      <span className="sr-only">{label}: </span>
      <span className={classes('font-semibold tracking-tight tabular-nums', figure, muted && 'text-faint')}>
        {formatScore(score)}
      </span>
      <BandBadge band={band} muted={muted} size={size === 'lg' ? 'md' : 'sm'} />
    </span>
  )
}
