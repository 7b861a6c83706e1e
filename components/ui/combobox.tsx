'use client'

import {
  ComboboxButton,
  ComboboxInput,
  ComboboxOption,
  ComboboxOptions,
  Combobox as HeadlessCombobox,
  Portal,
} from '@headlessui/react'
import { type ComponentProps, type ReactNode, type Ref, useRef, useState } from 'react'
import { classes } from '@/components/ui/classes'
import { CONTROL_LOOK } from '@/components/ui/control-look'

/** One choice. `hint` stands at the right of the label unless `render` draws the row. */
export interface Option {
  value: string
  label: string
  hint?: string
}

interface ComboboxProps<O extends Option> {
  id: string
  name?: string
  /** Names the input where no `<label>` does. */
  label?: string
  value: string | null
  onChange: (value: string | null) => void
  /** All choices; what is typed filters them by label, hint and value. */
  options?: readonly O[]
  /** Choices for what is typed, best first; instead of `options`. Empty text asks for all. */
  search?: (text: string) => readonly O[]
  /** The text of a chosen value that is not among the choices at hand. */
  labelOf?: (value: string) => string
  /** Draws the inside of a row. */
  render?: (option: O) => ReactNode
  /** Drawn beside the list for the option in focus, such as an anchor text and its neighbours. */
  renderActive?: (option: O) => ReactNode
  placeholder?: string
  disabled?: boolean
  required?: boolean
  invalid?: boolean
  autoFocus?: boolean
  inputRef?: Ref<HTMLInputElement>
  onBlur?: () => void
  'aria-describedby'?: string
  className?: string
}

const MOST_ROWS = 60

const filtered = <O extends Option>(options: readonly O[], text: string): readonly O[] => {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return options
  return options.filter(({ value, label, hint }) => `${value} ${label} ${hint ?? ''}`.toLowerCase().includes(wanted))
}

/** An input whose description the library does not take away: it writes its own over `aria-describedby`, and that is none here. */
function DescribedInput({ describedBy, ...props }: ComponentProps<'input'> & { describedBy?: string }) {
  return <input {...props} aria-describedby={describedBy} />
}

/**
 * A text field that chooses one of many. Typing opens it, arrows move, Enter picks, Tab picks the option in focus and goes
 * on, Escape closes without a choice; emptying the field clears the value.
 */
export function Combobox<O extends Option>(props: ComboboxProps<O>) {
  const { value, onChange, options, search, labelOf, render, renderActive } = props
  const [text, setText] = useState('')
  // The list stays inside the page's landmarks: without a place of its own it would go to the end of the body.
  const place = useRef<HTMLDivElement>(null)
  const found = search ? search(text) : filtered(options ?? [], text)
  const rows = found.slice(0, MOST_ROWS)
  const textOf = (chosen: string | null) => {
    if (chosen === null || chosen === '') return ''
    return (
      labelOf?.(chosen) ?? (options ?? search?.('') ?? []).find((option) => option.value === chosen)?.label ?? chosen
    )
  }
  return (
    <HeadlessCombobox
      value={value}
      onChange={(chosen: string | null) => onChange(chosen)}
      onClose={() => setText('')}
      disabled={props.disabled}
    >
      {({ activeOption }) => {
        const active = rows.find((option) => option.value === activeOption)
        return (
          <div className={classes('relative', props.className)}>
            <ComboboxInput
              as={DescribedInput}
              id={props.id}
              name={props.name}
              ref={props.inputRef}
              aria-label={props.label}
              describedBy={props['aria-describedby']}
              aria-invalid={props.invalid ? true : undefined}
              required={props.required}
              autoFocus={props.autoFocus}
              placeholder={props.placeholder}
              autoComplete="off"
              spellCheck={false}
              displayValue={textOf}
              onChange={(event) => setText(event.target.value)}
              onFocus={(event) => event.target.select()}
              onBlur={props.onBlur}
              className={classes(CONTROL_LOOK, 'h-9 pr-8')}
            />
            <ComboboxButton
              aria-label="Show the choices"
              className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-muted"
            >
              <span aria-hidden="true">▾</span>
            </ComboboxButton>
            <Portal.Group target={place}>
              <ComboboxOptions
                anchor={{ to: 'bottom start', gap: 4, padding: 8 }}
                modal={false}
                className={classes(
                  'z-40 flex max-w-[calc(100vw-1rem)] flex-col overflow-hidden rounded border border-line-strong bg-raised shadow-lg',
                  'sm:flex-row [--anchor-max-height:26rem]',
                  renderActive ? 'w-[46rem]' : 'w-(--input-width) min-w-64',
                )}
              >
                <div className="min-w-0 flex-1 overflow-y-auto py-1">
                  {rows.map((option) => (
                    <ComboboxOption
                      key={option.value}
                      value={option.value}
                      className="flex min-h-9 cursor-pointer items-center gap-3 px-2.5 py-1 text-sm data-focus:bg-sunken data-selected:font-semibold"
                    >
                      {render ? (
                        render(option)
                      ) : (
                        <>
                          <span className="min-w-0 flex-1">{option.label}</span>
                          {option.hint && <span className="text-xs text-muted">{option.hint}</span>}
                        </>
                      )}
                    </ComboboxOption>
                  ))}
                  {rows.length === 0 && <p className="px-2.5 py-2 text-sm text-muted">Nothing matches “{text}”.</p>}
                  {found.length > rows.length && (
                    <p className="px-2.5 py-1 text-xs text-muted">{found.length - rows.length} more: type to narrow.</p>
                  )}
                </div>
                {renderActive && active && (
                  // A listbox may hold options alone; the words for screen readers stand after it.
                  <div
                    aria-hidden="true"
                    className="max-h-48 shrink-0 overflow-y-auto border-t bg-sunken p-3 text-xs sm:max-h-none sm:w-72 sm:border-t-0 sm:border-l"
                  >
                    {renderActive(active)}
                  </div>
                )}
              </ComboboxOptions>
            </Portal.Group>
            <div ref={place} />
            {renderActive && (
              <div aria-live="polite" className="sr-only">
                {active && renderActive(active)}
              </div>
            )}
          </div>
        )
      }}
    </HeadlessCombobox>
  )
}
