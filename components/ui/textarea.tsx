import type { ComponentProps } from 'react'
import { classes } from '@/components/ui/classes'
import { CONTROL_LOOK } from '@/components/ui/control-look'

const LINE_REM = 1.25
const PADDING_REM = 0.875

/** A text of several lines; it grows with what is typed where the browser can, from `rows` lines on. */
export function Textarea({ className, rows = 3, style, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={classes(CONTROL_LOOK, 'field-sizing-content py-1.5', className)}
      style={{ minHeight: `${rows * LINE_REM + PADDING_REM}rem`, ...style }}
      {...props}
    />
  )
}
