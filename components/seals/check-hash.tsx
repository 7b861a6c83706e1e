import { Instant } from '@/components/incidents/detail/instant'
import { SEALS_PAGE } from '@/components/seals/page-link'
import { SEAL_KIND_WORDS, sealedBy } from '@/components/seals/seal-words'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { formatPlural } from '@/lib/format'
import type { SealView } from '@/lib/seals/views'

interface CheckHashProps {
  /** What was asked, if anything was. */
  asked: string | undefined
  found: SealView | null
  /** It has the form of a hash. */
  wellFormed: boolean
}

function Answer({ found, wellFormed }: CheckHashProps) {
  if (!wellFormed)
    return <Callout tone="warning" title="This is no hash of a seal: it has 64 digits from 0 to 9 and a to f." />
  if (!found)
    return (
      <Callout tone="danger" title="No seal of this record has this hash.">
        It is of another record, or this one was rewritten with its seals.
      </Callout>
    )
  const { number, kind, at, heads, dyads, hash } = found
  return (
    <Callout tone="success" title={`Yes: it is seal ${number} of this record.`}>
      <p>
        {SEAL_KIND_WORDS[kind]}, {sealedBy(found)}, <Instant at={at} />. It covers {formatPlural(heads, 'incident')} of{' '}
        {formatPlural(dyads, 'dyad')}.
      </p>
      <p className="mt-1">
        Whether the record still holds what it held then is told on the desk’s machine by{' '}
        <code className="font-mono break-all">npx dyadwatch audit --seal {hash}</code>
      </p>
    </Callout>
  )
}

/** Whether a hash that somebody kept outside is a seal of this record. A plain form: what was asked stands in the address. */
export function CheckHash(props: CheckHashProps) {
  return (
    <Card id="check" title="Is this hash a seal of this record?">
      <form method="get" action={SEALS_PAGE.href} className="flex flex-wrap items-end gap-3" data-print="hide">
        <Field name="hash" id="seal-hash" label="Hash" className="min-w-0 flex-1 basis-72">
          {(control) => (
            <TextInput {...control} required spellCheck={false} autoComplete="off" defaultValue={props.asked} />
          )}
        </Field>
        <Button type="submit">Check</Button>
      </form>
      {props.asked !== undefined && (
        <div role="status" className="mt-3">
          <Answer {...props} />
        </div>
      )}
    </Card>
  )
}
