'use client'

import { useRouter } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { RadioRow } from '@/components/ui/radio-row'
import { TextInput } from '@/components/ui/text-input'
import { BackTestCard } from '@/components/watch/back-test-card'
import { ConditionFields } from '@/components/watch/condition-fields'
import { rulePath } from '@/components/watch/condition-words'
import { ConflictNote } from '@/components/watch/conflict-note'
import { SCOPE_CHOICES } from '@/components/watch/list-form'
import { ReachFields } from '@/components/watch/reach-fields'
import { fieldsOf, type RuleFields, ruleInput } from '@/components/watch/rule-fields'
import { ruleParts } from '@/components/watch/rule-parts'
import { SaveRow } from '@/components/watch/save-row'
import { SendingFields } from '@/components/watch/sending-fields'
import { useKeptForm } from '@/components/watch/use-kept-form'
import { changeRuleAction, createRuleAction } from '@/lib/watch/actions'
import type { Channels } from '@/lib/watch/channels'
import type { ListRow, RuleStands, RuleView } from '@/lib/watch/views'

interface RuleFormProps {
  /** The rule to change; a new one where none is given. */
  rule: RuleView | null
  start?: Partial<RuleFields>
  dyadIds: readonly string[]
  lists: readonly ListRow[]
  channels: Channels
  mayTeam: boolean
  unpublished: boolean
}

/** Makes or changes a rule, and tries it on the record beside. What is typed stays when the save is refused. */
export function RuleForm(props: RuleFormProps) {
  const { rule, start, dyadIds, lists, channels, mayTeam, unpublished } = props
  const router = useRouter()
  const form = useKeptForm({
    stored: rule ?? undefined,
    start: fieldsOf(rule, start),
    parts: ruleParts(lists),
    fieldsOf: (state: RuleStands) => fieldsOf({ ...state, scope: rule?.scope ?? 'own' }),
  })
  const { fields, set, errors, pending, saved, onSubmit } = form
  const submit = onSubmit(
    ({ requestId, baseRevision }) => {
      if (!rule) return createRuleAction({ scope: fields.scope, requestId, ...ruleInput(fields) })
      return changeRuleAction({ id: rule.id, baseRevision, ...ruleInput(fields) })
    },
    ({ id }) => router.push(rulePath(id)),
  )
  return (
    <div className="space-y-5">
      <Card id="rule-form" title="The rule">
        <form onSubmit={submit} className="max-w-2xl space-y-5">
          <ConflictNote form={form} pathOf={rulePath} />
          <Field name="name" label="Name" required error={errors?.name}>
            {(control) => (
              <TextInput {...control} value={fields.name} onChange={(event) => set({ name: event.target.value })} />
            )}
          </Field>
          {!rule && mayTeam && (
            <RadioRow
              name="scope"
              legend="Whose"
              options={SCOPE_CHOICES}
              value={fields.scope}
              onValueChange={(scope) => set({ scope })}
            />
          )}
          <ConditionFields fields={fields} set={set} errors={errors} unpublished={unpublished} />
          <ReachFields fields={fields} set={set} errors={errors} dyadIds={dyadIds} lists={lists} />
          <SendingFields fields={fields} set={set} errors={errors} channels={channels} />
          <SaveRow label={rule ? 'Save the rule' : 'Save, still off'} pending={pending} saved={saved} />
        </form>
      </Card>
      <BackTestCard fields={fields} />
    </div>
  )
}
