import { type WordPart, wordDiff } from '@/components/incidents/word-diff-model'
import { classes } from '@/components/ui/classes'

/** White space that changed by itself is made visible. */
const visible = (text: string) => (/^\s+$/u.test(text) ? text.replace(/\n/gu, '↵\n').replace(/ /gu, '␣') : text)

const LOOK = {
  removed: 'rounded-[2px] bg-danger-ground text-danger decoration-danger/70',
  added: 'rounded-[2px] bg-success-ground text-success decoration-success/70 underline-offset-2',
}

function Part({ part: { kind, text } }: { part: WordPart }) {
  if (kind === 'same') return text
  const Mark = kind === 'removed' ? 'del' : 'ins'
  const word = text.trimStart()
  // The gap before a word is not what changed, unless it is all that did.
  const gap = word === '' ? '' : text.slice(0, text.length - word.length)
  return (
    <>
      {gap}
      <Mark className={LOOK[kind]}>
        <span className="sr-only"> {kind}: </span>
        {visible(text.slice(gap.length))}
        <span className="sr-only"> </span>
      </Mark>
    </>
  )
}

interface WordDiffProps {
  before: string
  after: string
  className?: string
}

/** A text with what changed in it: words that went are struck out, words that came are underlined, and both are read out. */
export function WordDiff({ before, after, className }: WordDiffProps) {
  const parts = wordDiff(before, after)
  let at = 0
  return (
    <span className={classes('whitespace-pre-wrap', className)}>
      {parts.map((part) => {
        at += part.text.length
        return <Part key={`${part.kind} ${at}`} part={part} />
      })}
    </span>
  )
}
