import { diffArrays } from 'diff'

/** A run of text that both versions have, or that one of them has alone. */
export interface WordPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** A word or a mark, with the white space before it. */
interface Token {
  space: string
  word: string
}

// Letters of any script with their marks: ə, ğ and й are parts of words. What is neither letter nor space stands alone.
const TOKEN = /(\s*)([\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|\S|$)/gu

/** Past so many changed words nothing is worth comparing: the old text and the new one are shown whole. */
const MOST_CHANGES = 2000

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map(([, space, word]) => ({ space, word })).filter(({ space, word }) => space + word !== '')

const textOf = (tokens: Token[]): string => tokens.map(({ space, word }) => space + word).join('')

/** Collects parts, joined where two of a kind meet, and nothing empty. */
function collector() {
  const parts: WordPart[] = []
  const add = (kind: WordPart['kind'], text: string) => {
    const last = parts.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else parts.push({ kind, text })
  }
  return { parts, add }
}

const leadingSpace = (text: string): string => text.match(/^\s*/u)?.[0] ?? ''

/**
 * The difference of two texts by words of any script: what was removed comes before what was added in its place. `same` and
 * `removed` together are the old text, `same` and `added` the new one, to the last space. O(words × changed words).
 */
export function wordDiff(before: string, after: string): WordPart[] {
  const [old, fresh] = [tokensOf(before), tokensOf(after)]
  const options = { comparator: (a: Token, b: Token) => a.word === b.word, maxEditLength: MOST_CHANGES }
  const changes = diffArrays(old, fresh, options) ?? [
    { value: old, removed: true, added: false },
    { value: fresh, removed: false, added: true },
  ]
  const { parts, add } = collector()
  let [atOld, atNew] = [0, 0]
  let pending = { removed: '', added: '' }
  const flush = () => {
    const space = leadingSpace(pending.removed)
    const shared = space === leadingSpace(pending.added) ? space : ''
    add('same', shared)
    add('removed', pending.removed.slice(shared.length))
    add('added', pending.added.slice(shared.length))
    pending = { removed: '', added: '' }
  }
  for (const { value, removed, added } of changes) {
    const count = value.length
    const [left, right] = [old.slice(atOld, atOld + count), fresh.slice(atNew, atNew + count)]
    if (removed) pending.removed += textOf(left)
    else if (added) pending.added += textOf(right)
    else {
      for (const [index, { space, word }] of left.entries()) {
        if (space !== right[index].space) {
          pending.removed += space
          pending.added += right[index].space
        }
        const kept = space === right[index].space ? space : ''
        flush()
        add('same', kept + word)
      }
    }
    if (!added) atOld += count
    if (!removed) atNew += count
  }
  flush()
  return parts
}
