'use client'

import type { SaveWord } from '@/components/method/draft/draft-state'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { formatPlural } from '@/lib/format'
import type { Clash } from '@/lib/method/draft-fields'

interface SaveWordsProps {
  word: SaveWord
  /** Whether something of it is yet to be saved. */
  dirty: boolean
  /** What stands in a field now. */
  textOf: (path: string) => string
  onTake: (path: string, text: string) => void
  onSaveAsNew: () => void
}

function Clashes({
  clashes,
  by,
  textOf,
  onTake,
}: { clashes: Clash[]; by: string } & Pick<SaveWordsProps, 'textOf' | 'onTake'>) {
  return (
    <ul aria-label={`Fields that you and ${by} both changed`} className="mt-2 flex flex-col gap-2">
      {clashes.map(({ path, label, mine, theirs }) => {
        const taken = textOf(path) === theirs
        return (
          <li key={path} className="border-t border-line pt-2">
            <p className="font-medium">{label}</p>
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
              <dt className="text-muted">Yours</dt>
              <dd className="break-words">{mine}</dd>
              <dt className="text-muted">{by}</dt>
              <dd className="break-words">{theirs}</dd>
            </dl>
            <Button
              size="sm"
              className="mt-1"
              onClick={() => onTake(path, taken ? mine : theirs)}
              aria-label={`${taken ? 'Keep yours' : 'Take theirs'}: ${label}`}
            >
              {taken ? 'Keep yours' : 'Take theirs'}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

/** What became of the last save. */
export function SaveWords({ word, dirty, textOf, onTake, onSaveAsNew }: SaveWordsProps) {
  if (word === null) return null
  if (word.kind === 'saved' && dirty) return null
  if (word.kind === 'saved') return <Callout tone="success" role="status" title="Saved" />
  if (word.kind === 'failed') return <Callout tone="danger" role="alert" title={word.message} />
  if (word.kind === 'closed') {
    return (
      <Callout tone="danger" role="alert" title={`${word.by} ${word.status} this draft meanwhile`}>
        <p className="mb-2">What you typed is still here. It can become a draft of its own.</p>
        <Button size="sm" onClick={onSaveAsNew}>
          Save as a new draft
        </Button>
      </Callout>
    )
  }
  const { by, taken, clashes } = word
  return (
    <Callout tone="warning" role="alert" title={`${by} saved this draft while you were editing it`}>
      <p>
        Nothing of yours is lost.
        {taken > 0 &&
          ` ${formatPlural(taken, 'field that only they changed was', 'fields that only they changed were')} taken over.`}
        {clashes.length > 0 && ' Where you both changed a field, yours stands unless you take theirs.'}
        {dirty ? ' Save again when it is right.' : ' The form holds what is saved now.'}
      </p>
      {clashes.length > 0 && <Clashes {...{ clashes, by, textOf, onTake }} />}
    </Callout>
  )
}
