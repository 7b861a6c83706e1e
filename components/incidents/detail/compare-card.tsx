import { RevisionDiff } from '@/components/incidents/detail/revision-diff'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { RevisionView } from '@/lib/incidents/views'

interface CompareCardProps {
  path: string
  /** Number of the latest revision. */
  latest: number
  /** What was asked for, as far as there is such a revision that the reader may see. */
  from: { asked: number | undefined; found: RevisionView | undefined }
  to: { asked: number | undefined; found: RevisionView | undefined }
}

/** The difference of any two revisions, chosen by number. A plain form: the choice stands in the address. */
export function CompareCard({ path, latest, from, to }: CompareCardProps) {
  const asked = from.asked !== undefined && to.asked !== undefined
  const missing = [from, to].filter(({ asked: number, found }) => number !== undefined && !found)
  const number = { type: 'number', min: 1, max: latest, step: 1, required: true }
  return (
    <Card id="compare" title="Compare two revisions">
      <form method="get" action={path} className="flex flex-wrap items-end gap-3" data-print="hide">
        <Field name="from" id="compare-from" label="Revision" className="w-24">
          {(control) => <TextInput {...control} {...number} defaultValue={from.asked ?? 1} />}
        </Field>
        <Field name="to" id="compare-to" label="with revision" className="w-24">
          {(control) => <TextInput {...control} {...number} defaultValue={to.asked ?? latest} />}
        </Field>
        <Button type="submit">Compare</Button>
      </form>
      {asked && (
        <div className="mt-3">
          {missing.map(({ asked: number }) => (
            <p key={number} className="text-sm text-muted">
              There is no revision {number} to be seen.
            </p>
          ))}
          {from.found && to.found && (
            <>
              <p className="mb-2 text-xs text-muted">
                What revision {to.found.revision} says otherwise than revision {from.found.revision}.
              </p>
              <RevisionDiff
                before={from.found.input}
                after={to.found.input}
                nothing="The words of the two are the same."
              />
            </>
          )}
        </div>
      )}
    </Card>
  )
}
