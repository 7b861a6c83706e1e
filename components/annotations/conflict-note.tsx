import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { AnnotationConflict } from '@/lib/annotations/views'
import { whenWords } from '@/lib/charts/annotations'

interface ConflictNoteProps {
  conflict: AnnotationConflict
  onMine: () => void
  onTheirs: () => void
}

/** What is there now beside what is typed, which stays in the form: either may be kept. */
export function ConflictNote({ conflict: { theirs }, onMine, onTheirs }: ConflictNoteProps) {
  const withdrawn = theirs.action === 'withdrawn'
  return (
    <Callout
      tone="warning"
      role="alert"
      title={`${theirs.by} ${withdrawn ? 'withdrew' : 'changed'} this annotation meanwhile`}
    >
      <p className="mt-1">
        Now on record: {whenWords(theirs)}: “{theirs.text}”{theirs.reason !== '' && ` (${theirs.reason})`}. What you
        typed is still in the form.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {!withdrawn && (
          <Button size="sm" onClick={onMine}>
            Save mine over it
          </Button>
        )}
        <Button size="sm" onClick={onTheirs}>
          {withdrawn ? 'Give mine up' : 'Take theirs'}
        </Button>
      </div>
    </Callout>
  )
}
