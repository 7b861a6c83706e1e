import type { Mentionable } from '@/lib/comments/views'

const MOST_OFFERED = 6

/** The `@…` that the caret stands in: where it begins, and what follows the `@`. */
export interface MentionQuery {
  start: number
  typed: string
}

/** The mention that is being typed before the caret; null when none is. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const match = /(?:^|[^\p{L}\p{N}._@-])@([\p{L}\p{N}._-]*)$/u.exec(text.slice(0, caret))
  return match ? { start: caret - match[1].length - 1, typed: match[1] } : null
}

/** Whom the typed letters may mean: those whose login or a word of whose name begins so. */
export function matchingPeople(people: readonly Mentionable[], typed: string): Mentionable[] {
  const wanted = typed.toLocaleLowerCase()
  const begins = (word: string) => word.toLocaleLowerCase().startsWith(wanted)
  return people.filter(({ login, name }) => begins(login) || name.split(/\s+/).some(begins)).slice(0, MOST_OFFERED)
}

/** The text with the login in place of what was typed of it, and where the caret then stands. */
export function withMention(text: string, caret: number, { start }: MentionQuery, login: string) {
  const before = `${text.slice(0, start)}@${login} `
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length }
}
