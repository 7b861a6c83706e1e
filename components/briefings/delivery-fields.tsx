import { type ScheduleFields, withFormat } from '@/components/briefings/schedule-fields'
import type { ScheduleChoices } from '@/components/briefings/schedule-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { FORMATS } from '@/lib/briefings/render/formats'
import { MOST_EMAILS } from '@/lib/briefings/schema'
import type { FieldErrors } from '@/lib/errors'

interface DeliveryFieldsProps {
  fields: ScheduleFields
  errors: FieldErrors | undefined
  choices: ScheduleChoices
  onChange: (change: Partial<ScheduleFields>) => void
}

/** Errors of the addresses, whichever of them is wrong. */
const ofAddresses = (errors: FieldErrors | undefined): string[] => [
  ...new Set(
    Object.entries(errors ?? {})
      .filter(([field]) => field === 'emails' || field.startsWith('emails.'))
      .flatMap(([, sentences]) => sentences),
  ),
]

/** Where what is made goes: to the desk, and where the desk can do that by e-mail or into a folder. */
export function DeliveryFields({ fields, errors, choices, onChange }: DeliveryFieldsProps) {
  const { deliveries, formats, mayPublish } = choices
  const leaves = fields.emails.trim() !== '' || fields.folder
  return (
    <fieldset className="rounded border px-4 py-3">
      <legend className="px-1 text-sm font-medium">When it is made</legend>
      {mayPublish && (
        <Checkbox
          label="Publish it by itself; else it waits as a draft for somebody to look at"
          checked={fields.publish}
          onChange={({ target }) => onChange({ publish: target.checked })}
        />
      )}
      {deliveries.email ? (
        <Field
          name="emails"
          label="Mail it to"
          hint={`Up to ${MOST_EMAILS} addresses, with commas between them. RED and AMBER+STRICT are not mailed.`}
          error={ofAddresses(errors)}
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              value={fields.emails}
              onChange={({ target }) => onChange({ emails: target.value })}
            />
          )}
        </Field>
      ) : (
        <p className="text-xs text-muted">This desk sends no e-mail: nobody has told it a mail server.</p>
      )}
      {deliveries.folder && (
        <Checkbox
          label="Put it into the folder for briefings"
          checked={fields.folder}
          onChange={({ target }) => onChange({ folder: target.checked })}
        />
      )}
      {leaves && (
        <fieldset className="mt-2">
          <legend className="text-xs font-medium text-muted">As</legend>
          <div className="flex flex-wrap gap-x-4">
            {formats.map((format) => (
              <Checkbox
                key={format}
                label={FORMATS[format].name}
                checked={fields.formats.includes(format)}
                onChange={({ target }) => onChange({ formats: withFormat(fields.formats, format, target.checked) })}
              />
            ))}
          </div>
          {errors?.formats && <p className="text-xs font-medium text-danger">{errors.formats.join(' ')}</p>}
        </fieldset>
      )}
    </fieldset>
  )
}
