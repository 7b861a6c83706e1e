import { LANGUAGE_WORDS } from '@/components/briefings/briefing-words'
import type { DraftWrites } from '@/components/briefings/use-draft-writes'
import { Instant } from '@/components/incidents/detail/instant'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { markText } from '@/lib/briefings/model/terms'
import type { DraftSettings } from '@/lib/briefings/schema'
import type { DraftConflict } from '@/lib/briefings/views'

interface ConflictNoteProps {
  writes: DraftWrites
  /** What was to be saved: the key of a sentence, with what is typed for it; null where it was something else. */
  mine: { key: string; text: string } | null
  /** Called when what was typed is given up. */
  onGiveIn: () => void
}

const SETTINGS: Readonly<Record<string, (settings: DraftSettings) => string>> = {
  Title: ({ title }) => (title === '' ? 'as the rules write it' : `“${title}”`),
  Weeks: ({ fromWeek, toWeek }) => (fromWeek === toWeek ? toWeek : `${fromWeek} – ${toWeek}`),
  Dyads: ({ dyadIds }) => dyadIds.join(', '),
  Language: ({ language }) => LANGUAGE_WORDS[language],
  Mark: ({ mark }) => markText(mark),
  Template: ({ templateId }) => (templateId === null ? 'none' : 'another one'),
  Sections: ({ sections }) => (sections === null ? 'the usual ones' : 'in another order or number'),
}

/** What somebody else made of the settings, one by one. */
const changedSettings = ({ base, theirs }: DraftConflict): [string, string][] =>
  Object.entries(SETTINGS)
    .filter(([, words]) => words(base.settings) !== words(theirs.settings))
    .map(([name, words]) => [name, words(theirs.settings)])

function Theirs({ conflict, sentence }: { conflict: DraftConflict; sentence: string | null }) {
  const { theirs } = conflict
  const edit = theirs.edits.find(({ key }) => key === sentence)
  const settings = changedSettings(conflict)
  return (
    <div className="space-y-1">
      <p>
        {theirs.by} saved revision {theirs.revision} on <Instant at={theirs.at} />.{' '}
        {theirs.refreshed && 'The record was read anew since. '}
        What you typed is still here.
      </p>
      {sentence !== null && (
        <p className="break-words">
          <span className="text-xs text-muted">The sentence there: </span>
          {edit ? `“${edit.text}”` : 'as the rules write it'}
        </p>
      )}
      {settings.map(([name, words]) => (
        <p key={name} className="break-words">
          <span className="text-xs text-muted">{name} there: </span>
          {words}
        </p>
      ))}
    </div>
  )
}

/** Why a save was refused; in a conflict both states, and the choice between them. */
export function ConflictNote({ writes, mine, onGiveIn }: ConflictNoteProps) {
  const { failure, conflict, insist, giveIn } = writes
  if (!failure) return null
  if (!conflict) return <Callout tone="danger" role="alert" title={failure.message} />
  return (
    <Callout tone="warning" role="alert" title="Somebody else changed this draft meanwhile">
      <Theirs conflict={conflict} sentence={mine?.key ?? null} />
      {mine && (
        <p className="mt-1 break-words">
          <span className="text-xs text-muted">Yours: </span>“{mine.text}”
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={insist}>
          Save mine over it
        </Button>
        <Button
          size="sm"
          onClick={() => {
            onGiveIn()
            giveIn()
          }}
        >
          Take theirs
        </Button>
      </div>
    </Callout>
  )
}
