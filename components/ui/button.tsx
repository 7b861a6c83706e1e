import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classes } from '@/components/ui/classes'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:opacity-85',
  secondary: 'border-line-strong bg-raised text-ink hover:bg-sunken',
  quiet: 'border-transparent text-ink hover:bg-sunken',
  danger: 'border-danger bg-raised text-danger hover:bg-danger-ground',
}

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-7 px-2 text-xs',
  md: 'h-9 px-3 text-sm',
}

const look = (variant: ButtonVariant, size: ButtonSize, className?: string) =>
  classes(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded border font-medium whitespace-nowrap',
    'transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50',
    VARIANTS[variant],
    SIZES[size],
    className,
  )

interface Look {
  variant?: ButtonVariant
  size?: ButtonSize
}

/** A button; `type` is `button` unless said otherwise. */
export function Button({
  variant = 'secondary',
  size = 'md',
  className,
  type,
  ...props
}: ComponentProps<'button'> & Look) {
  return <button type={type ?? 'button'} className={look(variant, size, className)} {...props} />
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  variant = 'secondary',
  size = 'md',
  className,
  ...props
}: ComponentProps<typeof Link> & Look) {
  return <Link className={look(variant, size, className)} {...props} />
}
