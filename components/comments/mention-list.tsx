import { classes } from '@/components/ui/classes'
import type { Mentionable } from '@/lib/comments/views'

interface MentionListProps {
  id: string
  people: readonly Mentionable[]
  active: number
  onPick: (person: Mentionable) => void
}

/** The id of an option, for `aria-activedescendant`. */
export const mentionOptionId = (listId: string, index: number): string => `${listId}-${index}`

/** The people that a half-typed mention may mean. The focus stays in the textarea. */
export function MentionList({ id, people, active, onPick }: MentionListProps) {
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label="People to mention"
        className="absolute z-20 mt-1 w-72 max-w-full overflow-hidden rounded border border-line-strong bg-raised py-1 shadow-lg"
      >
        {people.map((person, index) => (
          // Keys reach it through the textarea, which keeps the focus.
          <div
            key={person.login}
            id={mentionOptionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault()
              onPick(person)
            }}
            className={classes(
              'flex min-h-9 cursor-pointer items-center gap-3 px-2.5 py-1 text-sm',
              index === active && 'bg-sunken',
            )}
          >
            <span className="min-w-0 flex-1 truncate">{person.name}</span>
            <span className="text-xs text-muted">@{person.login}</span>
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {people.length === 1 ? 'One person' : `${people.length} people`} to mention: {people[active]?.name}. Arrows
        choose, Enter picks.
      </p>
    </>
  )
}
