import { PARTS, type PartName } from '@/components/samples/adjudicate/options'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { FormValues } from '@/lib/incidents/form-values'

interface LeftOverProps {
  typed: FormValues
  /** The parts that were chosen otherwise than the record says. */
  touched: PartName[]
  onDrop: () => void
}

/** What somebody chose and typed of a unit that cannot be resolved any more: nothing typed goes without their word. */
export function LeftOver({ typed, touched, onDrop }: LeftOverProps) {
  if (touched.length === 0 && typed.reason === '') return null
  return (
    <Callout tone="warning" title="What you chose was not saved">
      <ul className="my-1">
        {PARTS.filter(({ name }) => touched.includes(name)).map(({ name, label, text }) => (
          <li key={name}>
            {label}: {text(typed[name])}
          </li>
        ))}
        {typed.reason !== '' && <li className="whitespace-pre-line">Reason: {typed.reason}</li>}
      </ul>
      <Button size="sm" onClick={onDrop}>
        Drop it
      </Button>
    </Callout>
  )
}
