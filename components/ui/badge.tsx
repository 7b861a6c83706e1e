import { Badge as TremorBadge } from '@tremor/react'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

export type Tone = 'neutral' | 'warning' | 'danger' | 'success'

const TONES: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted ring-line',
  warning: 'bg-warning-ground text-warning ring-warning/30',
  danger: 'bg-danger-ground text-danger ring-danger/30',
  success: 'bg-success-ground text-success ring-success/30',
}

/** A word or two of state, such as a status or a role. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <TremorBadge size="xs" className={classes('px-1.5 font-medium', TONES[tone])}>
      {children}
    </TremorBadge>
  )
}
