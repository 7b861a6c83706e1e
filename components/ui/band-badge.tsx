import { classes } from '@/components/ui/classes'
import { type BandName, bandColour } from '@/lib/palette'

interface BandBadgeProps {
  /** The band's name; always written, for colour alone says nothing to many. */
  band: BandName | (string & {})
  /** Greyed, for a figure that is no longer backed by checked weeks. */
  muted?: boolean
  size?: 'sm' | 'md'
}

/** A band: its colour and its name. */
export function BandBadge({ band, muted, size = 'sm' }: BandBadgeProps) {
  const colour = bandColour(band)
  const box = size === 'sm' ? 'h-5 px-1.5 text-xs' : 'h-7 px-2.5 text-sm'
  if (muted) {
    return (
      <span className={classes('inline-flex items-center gap-1.5 rounded-[3px] border text-muted', box)}>
        <span
          aria-hidden="true"
          className="size-2.5 rounded-[2px] opacity-60"
          style={{ backgroundColor: colour.css }}
        />
        {band}
      </span>
    )
  }
  return (
    <span
      className={classes('inline-flex items-center rounded-[3px] font-medium', box)}
      style={{ backgroundColor: colour.css, color: colour.onCss }}
    >
      {band}
    </span>
  )
}
