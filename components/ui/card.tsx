import { Card as TremorCard } from '@tremor/react'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

interface CardProps {
  /** Names the section; its id is `id` + `-title`. */
  title?: ReactNode
  /** A short line under the title. */
  lead?: ReactNode
  /** Buttons at the right of the title. */
  actions?: ReactNode
  id?: string
  headingLevel?: 2 | 3
  /** False for a table that reaches the card's edges. */
  padded?: boolean
  className?: string
  children: ReactNode
}

/** A framed part of a page. With a title and an id it is a landmark of that name. */
export function Card({ title, lead, actions, id, headingLevel = 2, padded = true, className, children }: CardProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  const labelled = title !== undefined && id !== undefined
  return (
    <section id={id} aria-labelledby={labelled ? `${id}-title` : undefined} data-card="" className={className}>
      <TremorCard className="h-full min-w-0 p-0">
        {title !== undefined && (
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b px-4 py-2.5 print:px-2.5 print:py-1">
            <div className="min-w-0">
              <Heading id={labelled ? `${id}-title` : undefined} className="text-base font-semibold">
                {title}
              </Heading>
              {lead !== undefined && <p className="text-xs text-muted">{lead}</p>}
            </div>
            {actions !== undefined && (
              <div className="flex flex-wrap items-center gap-2" data-print="hide">
                {actions}
              </div>
            )}
          </div>
        )}
        <div className={classes('min-w-0', padded && 'p-4 print:px-2.5 print:py-1.5')}>{children}</div>
      </TremorCard>
    </section>
  )
}
