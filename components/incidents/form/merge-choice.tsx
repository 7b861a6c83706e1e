'use client'

import { partLabel, partText } from '@/components/incidents/part-text'
import { classes } from '@/components/ui/classes'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { isTextPart, type MergePart, type MergeSide, sidesOf, type TextPart } from '@/lib/incidents/merge'
import type { IncidentInput } from '@/lib/incidents/schema'

interface MergeChoiceProps {
  part: MergePart
  base: IncidentInput
  mine: IncidentInput
  theirs: IncidentInput
  /** Both versions in one. */
  both: IncidentInput
  by: string
  chosen: MergeSide | undefined
  onChoose: (side: MergeSide) => void
  onWrite: (part: TextPart, text: string) => void
}

interface SideProps {
  name: string
  side: MergeSide
  title: string
  text: string
  chosen: boolean
  onChoose: () => void
}

function Side({ name, side, title, text, chosen, onChoose }: SideProps) {
  return (
    <label
      className={classes(
        'block min-w-0 cursor-pointer rounded border p-2.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus',
        side === 'both' && 'sm:col-span-2',
        chosen ? 'border-accent bg-raised' : 'border-line bg-sunken text-muted',
      )}
    >
      <span className="flex items-center gap-2 text-xs font-medium">
        <input
          type="radio"
          name={name}
          value={side}
          checked={chosen}
          onChange={onChoose}
          className="size-4 accent-accent"
        />
        {title}
      </span>
      <span className="mt-1 block break-words whitespace-pre-line">{text || 'nothing'}</span>
    </label>
  )
}

const LONG: ReadonlySet<MergePart> = new Set(['summary', 'note'])

/** One part that both changed: what each wrote, and for texts and sources both together. Nothing is chosen beforehand. */
export function MergeChoice({ part, base, mine, theirs, both, by, chosen, onChoose, onWrite }: MergeChoiceProps) {
  const titles = { mine: 'Mine', theirs: `${by}’s`, both: isTextPart(part) ? 'Both, as I write it' : 'Keep both' }
  const texts = { mine, theirs, both }
  const Control = LONG.has(part) ? Textarea : TextInput
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{partLabel(part)}</legend>
      <p className="mb-1 text-xs break-words whitespace-pre-line text-muted">
        Before: {partText(base, part) || 'nothing'}
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        {sidesOf(part).map((side) => (
          <Side
            key={side}
            name={`merge-${part}`}
            side={side}
            title={titles[side]}
            text={partText(texts[side], part)}
            chosen={chosen === side}
            onChoose={() => onChoose(side)}
          />
        ))}
      </div>
      {chosen === 'both' && isTextPart(part) && (
        <Field name={`merge-${part}-text`} label={`${partLabel(part)} out of both`} className="mt-2">
          {({ name: _, ...control }) => (
            <Control {...control} value={both[part]} onChange={(event) => onWrite(part, event.currentTarget.value)} />
          )}
        </Field>
      )}
    </fieldset>
  )
}
