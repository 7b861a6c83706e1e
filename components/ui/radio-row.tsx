'use client'

import type { ComponentProps, ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

/** One choice of a radio row. `title` is shown on hover and read out. */
export interface RadioOption {
  value: string
  label: ReactNode
  title?: string
  disabled?: boolean
}

interface RadioRowProps {
  /** Shared by the radios; also the start of their ids. */
  name: string
  legend: ReactNode
  hideLegend?: boolean
  options: readonly RadioOption[]
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  hint?: ReactNode
  error?: string | readonly string[]
  /** More props for each radio, such as what a form library registers. */
  inputProps?: ComponentProps<'input'>
  className?: string
}

/** A segmented row of radios. They are native, so arrow keys move the choice and the form sends it. */
export function RadioRow(props: RadioRowProps) {
  const { name, legend, hideLegend, options, value, defaultValue, onValueChange, hint, error, inputProps, className } =
    props
  const errors = error === undefined ? [] : [error].flat().filter((sentence) => sentence !== '')
  const described = [hint !== undefined && `${name}-hint`, errors.length > 0 && `${name}-error`]
    .filter(Boolean)
    .join(' ')
  return (
    <fieldset className={classes('min-w-0', className)} aria-describedby={described || undefined}>
      <legend className={hideLegend ? 'sr-only' : 'mb-1 text-xs font-medium text-muted'}>{legend}</legend>
      <div className="inline-flex max-w-full flex-wrap rounded border border-line-strong bg-raised">
        {options.map((option) => (
          <label
            key={option.value}
            title={option.title}
            className={classes(
              'relative flex h-[34px] min-w-9 cursor-pointer items-center justify-center gap-1.5 border-r border-line px-2.5 text-sm',
              'first:rounded-l-[3px] last:rounded-r-[3px] last:border-r-0 hover:bg-sunken',
              'has-checked:bg-accent has-checked:text-on-accent has-disabled:cursor-not-allowed has-disabled:opacity-50',
              'has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:outline-focus',
            )}
          >
            <input
              {...inputProps}
              type="radio"
              id={`${name}-${option.value}`}
              name={name}
              value={option.value}
              disabled={option.disabled}
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={
                value === undefined && defaultValue !== undefined ? defaultValue === option.value : undefined
              }
              onChange={(event) => {
                inputProps?.onChange?.(event)
                onValueChange?.(option.value)
              }}
            />
            <span>{option.label}</span>
            {option.title !== undefined && <span className="sr-only">, {option.title}</span>}
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${name}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p id={`${name}-error`} className="mt-1 text-xs font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {errors.join(' ')}
        </p>
      )}
    </fieldset>
  )
}
