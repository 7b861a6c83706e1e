'use client'

import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { RuleFields } from '@/components/watch/rule-fields'
import type { FieldErrors } from '@/lib/errors'
import type { Channels } from '@/lib/watch/channels'

interface SendingFieldsProps {
  fields: RuleFields
  set: (changed: Partial<RuleFields>) => void
  errors?: FieldErrors
  channels: Channels
}

const ofField = (errors: FieldErrors | undefined, field: string): string[] =>
  Object.entries(errors ?? {}).flatMap(([path, sentences]) =>
    path === field || path.startsWith(`${field}.`) ? sentences : [],
  )

/** Where alerts go beside the inbox; nothing is asked for that this desk, or the reader's role, does not offer. */
export function SendingFields({ fields, set, errors, channels }: SendingFieldsProps) {
  const email = channels.email || fields.emails !== ''
  const webhook = channels.webhook || fields.webhookUrl !== ''
  return (
    <div className="space-y-3">
      <p className="text-sm text-muted">
        Alerts always reach the inbox{email || webhook ? '; they can also be sent.' : '.'}
      </p>
      {email && (
        <Field
          name="emails"
          label="By e-mail to"
          error={ofField(errors, 'emails')}
          hint="Up to five addresses, with commas between."
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="email"
              autoComplete="email"
              value={fields.emails}
              onChange={(event) => set({ emails: event.target.value })}
            />
          )}
        </Field>
      )}
      {webhook && (
        <Field
          name="webhookUrl"
          label="By webhook to"
          error={ofField(errors, 'webhookUrl')}
          hint="An https address that takes JSON by POST; each is signed."
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="url"
              value={fields.webhookUrl}
              onChange={(event) => set({ webhookUrl: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
