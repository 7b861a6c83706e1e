import { cloneElement, type ReactElement, type ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

/** What a control needs to be tied to its label, hint and error. */
export interface ControlProps {
  id: string
  name?: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  required?: boolean
}

interface FieldProps {
  label: ReactNode
  /** Name of the control; also its id unless `id` is given. */
  name: string
  id?: string
  hint?: ReactNode
  /** Sentences that say what is wrong; none or empty when nothing is. */
  error?: string | readonly string[]
  required?: boolean
  /** Keeps the label for screen readers alone. */
  hideLabel?: boolean
  className?: string
  /** A control that takes `ControlProps`, or a function that makes it from them. */
  children: ReactElement<Partial<ControlProps>> | ((control: ControlProps) => ReactNode)
}

const sentencesOf = (error: FieldProps['error']): readonly string[] =>
  error === undefined || error === '' ? [] : typeof error === 'string' ? [error] : error

/** A labelled control with its hint and its errors, tied together for screen readers. */
export function Field({ label, name, id = name, hint, error, required, hideLabel, className, children }: FieldProps) {
  const errors = sentencesOf(error)
  const described = [hint !== undefined && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(' ')
  const control: ControlProps = {
    id,
    name,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': errors.length > 0 ? true : undefined,
    required,
  }
  return (
    <div className={classes('min-w-0', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1 block text-xs font-medium text-muted'}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {typeof children === 'function' ? children(control) : cloneElement(children, control)}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p id={`${id}-error`} className="mt-1 text-xs font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {errors.join(' ')}
        </p>
      )}
    </div>
  )
}
