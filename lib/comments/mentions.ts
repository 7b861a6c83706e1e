// What a login may be made of stands in `loginSchema`; an `@` inside a word, as in an address of mail, mentions nobody.
const MENTION = /(?<![\p{L}\p{N}._@-])@([a-z0-9._@-]{2,64})/giu
const SHORTEST = 2

/** The logins that `@word` may mean, longest first: a full stop after a name is rarely part of it. */
function loginsOf(word: string): string[] {
  const logins = [word.toLowerCase()]
  for (let rest = logins[0]; /[._@-]$/.test(rest) && rest.length > SHORTEST; ) {
    rest = rest.slice(0, -1)
    logins.push(rest)
  }
  return logins
}

/** Every login that a text may mention; which of them exist is for the server to say. */
export function possibleMentions(text: string): string[] {
  return [...new Set([...text.matchAll(MENTION)].flatMap(([, word]) => loginsOf(word)))]
}

/** A stretch of a comment: plain text, or the mention of a login. */
export interface MentionPart {
  text: string
  login: string | null
}

/** Cuts a text into plain stretches and mentions of `known` logins; put together again it is the text. */
export function mentionParts(text: string, known: ReadonlySet<string>): MentionPart[] {
  const parts: MentionPart[] = []
  let from = 0
  for (const match of text.matchAll(MENTION)) {
    const login = loginsOf(match[1]).find((candidate) => known.has(candidate))
    if (login === undefined) continue
    const end = match.index + 1 + login.length
    if (match.index > from) parts.push({ text: text.slice(from, match.index), login: null })
    parts.push({ text: text.slice(match.index, end), login })
    from = end
  }
  if (from < text.length) parts.push({ text: text.slice(from), login: null })
  return parts
}
