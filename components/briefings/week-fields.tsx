import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { BriefingKind } from '@/lib/briefings/model/terms'
import { formatDayRange, isWeekId, weekEndOf, weekStartFromId } from '@/lib/core/calendar'
import type { FieldErrors } from '@/lib/errors'

interface WeekFieldsProps {
  kind: BriefingKind
  fromWeek: string
  toWeek: string
  errors: FieldErrors | undefined
  onChange: (fromWeek: string, toWeek: string) => void
}

/** The days of a week as it is typed; a week that does not exist has none. */
function daysOf(week: string): string {
  if (!isWeekId(week)) return 'A week such as 2025-W27'
  const start = weekStartFromId(week)
  return formatDayRange(start, weekEndOf(start))
}

/** The week that a briefing tells of; a special report has a first and a last one. */
export function WeekFields({ kind, fromWeek, toWeek, errors, onChange }: WeekFieldsProps) {
  const input = { autoComplete: 'off', spellCheck: false, placeholder: '2025-W27', className: 'max-w-36 tabular-nums' }
  return (
    <div className="flex flex-wrap gap-3">
      {kind === 'special' && (
        <Field label="First week" name="fromWeek" error={errors?.fromWeek} hint={daysOf(fromWeek)} required>
          {(control) => (
            <TextInput
              {...control}
              {...input}
              value={fromWeek}
              onChange={({ target }) => onChange(target.value.trim().toUpperCase(), toWeek)}
            />
          )}
        </Field>
      )}
      <Field
        label={kind === 'special' ? 'Last week' : 'Week'}
        name="toWeek"
        error={errors?.toWeek}
        hint={daysOf(toWeek)}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            {...input}
            value={toWeek}
            onChange={({ target }) => {
              const week = target.value.trim().toUpperCase()
              onChange(kind === 'special' ? fromWeek : week, week)
            }}
          />
        )}
      </Field>
    </div>
  )
}
