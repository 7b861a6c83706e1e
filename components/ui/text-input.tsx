import type { ComponentProps } from 'react'
import { classes } from '@/components/ui/classes'
import { CONTROL_LOOK } from '@/components/ui/control-look'

/** A one-line input of any text-like type (text, search, date, url, password, number). */
export function TextInput({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return <input type={type} className={classes(CONTROL_LOOK, 'h-9', className)} {...props} />
}
