import type { ComponentProps, ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

/** A checkbox with its label at the right. */
export function Checkbox({ label, className, ...props }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className={classes('inline-flex min-h-9 items-center gap-2 text-sm', className)}>
      <input {...props} type="checkbox" className="size-4 accent-accent" />
      <span>{label}</span>
    </label>
  )
}
