'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { numberOfText, textOfNumber } from '@/lib/method/form-values'
import type { ParameterField } from '@/lib/method/parameter-fields'

interface ParameterInputProps {
  field: ParameterField
  text: string
  /** Its value in the version in use, and in the specification. */
  inUse: number
  byDefault: number
  error?: string
  onChange: (path: string, text: string) => void
}

/** One number of the method with the value in use beside it, and a way back to it. */
export function ParameterInput({ field, text, inUse, byDefault, error, onChange }: ParameterInputProps) {
  const { path, label, name, symbol, unit } = field
  const changed = numberOfText(text) !== inUse
  const differs = byDefault !== inUse
  return (
    <div className="min-w-0">
      <Field
        label={
          <>
            {label} {label === name && <span className="font-serif font-normal">{symbol}</span>}
            {unit !== '' && <span className="font-normal">, {unit}</span>}
          </>
        }
        name={path}
        error={error}
        hint={
          <>
            In use: <span className="tabular-nums">{textOfNumber(inUse)}</span>
            {differs && (
              <>
                {' '}
                · default: <span className="tabular-nums">{textOfNumber(byDefault)}</span>
              </>
            )}
          </>
        }
      >
        <TextInput
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
          value={text}
          onChange={(event) => onChange(path, event.target.value)}
          className={changed ? 'border-ink font-semibold tabular-nums' : 'tabular-nums'}
        />
      </Field>
      {changed && (
        <Button
          variant="quiet"
          size="sm"
          className="-ml-2"
          onClick={() => onChange(path, textOfNumber(inUse))}
          aria-label={`${name}: back to ${textOfNumber(inUse)}`}
        >
          Back to {textOfNumber(inUse)}
        </Button>
      )}
    </div>
  )
}
