import type { ComponentProps } from 'react'
import { classes } from '@/components/ui/classes'
import { CONTROL_LOOK } from '@/components/ui/control-look'

/** The browser's own select. Its options are `options`, or `option` elements as children. */
export function Select({
  className,
  options,
  children,
  ...props
}: ComponentProps<'select'> & { options?: readonly { value: string; label: string }[] }) {
  return (
    <select className={classes(CONTROL_LOOK, 'h-9', className)} {...props}>
      {options?.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
      {children}
    </select>
  )
}
