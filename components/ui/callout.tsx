import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

export type CalloutTone = 'info' | 'warning' | 'danger' | 'success'

const TONES: Record<CalloutTone, { box: string; title: string; mark: string }> = {
  info: { box: 'border-line-strong bg-sunken', title: 'text-ink', mark: '' },
  warning: { box: 'border-warning bg-warning-ground', title: 'text-warning', mark: '⚠' },
  danger: { box: 'border-danger bg-danger-ground', title: 'text-danger', mark: '⚠' },
  success: { box: 'border-success bg-success-ground', title: 'text-success', mark: '✓' },
}

interface CalloutProps {
  tone?: CalloutTone
  title?: ReactNode
  /** `alert` or `status` when it appears after the page was drawn. */
  role?: 'alert' | 'status' | 'note'
  id?: string
  className?: string
  children?: ReactNode
}

/** A note set apart from the text, with a rule at its left. */
export function Callout({ tone = 'info', title, role, id, className, children }: CalloutProps) {
  const look = TONES[tone]
  return (
    <div id={id} role={role} className={classes('rounded-r border-l-[3px] px-3.5 py-2.5 text-sm', look.box, className)}>
      {title !== undefined && (
        <p className={classes('font-semibold', look.title)}>
          {tone !== 'info' && (
            <span aria-hidden="true" className="mr-1.5">
              {look.mark}
            </span>
          )}
          {title}
        </p>
      )}
      {children}
    </div>
  )
}
