'use client'

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { sentenceElement } from '@/components/briefings/preview-frame'
import type { PlacedSentence } from '@/components/briefings/sentences'
import { usePageKeys } from '@/components/shell/page-keys'

/** Puts the focus on a sentence in the preview, and brings it into sight. */
function focusSentence(key: string): void {
  const element = sentenceElement(key)
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'center', behavior: 'auto' })
}

/**
 * The chosen sentence of a preview: `j` and `k` step through them, whether the page or the preview has the focus, and Enter edits the one
 * in focus. `onChoose` is to bring the text into sight.
 */
export function useSentences(sentences: readonly PlacedSentence[], onChoose: () => void) {
  const [chosen, setChosen] = useState<string | null>(null)
  /** Key of the sentence whose editor is open. */
  const [edited, setEdited] = useState<string | null>(null)
  const open = useRef(edited)
  open.current = edited
  /** The sentence that is to have the focus, a new object each time that it is to get it. */
  const [wanted, setWanted] = useState<{ key: string } | null>(null)
  const at = sentences.findIndex(({ sentence }) => sentence.key === chosen)

  const choose = useCallback(
    (key: string) => {
      onChoose()
      setChosen(key)
      setEdited(null)
      setWanted({ key })
    },
    [onChoose],
  )
  // With what changed, not a frame later: the next key may come before a busy browser draws one, and would act on nothing.
  useLayoutEffect(() => {
    if (wanted) focusSentence(wanted.key)
  }, [wanted])
  const edit = () => setEdited(chosen)
  /** Closes a sentence's editor, unless another one is open by now; with `focus` the sentence gets the focus. */
  const leave = (key: string, focus: boolean) => {
    if (open.current !== key) return
    setEdited(null)
    if (focus) setWanted({ key })
  }
  const step = useCallback(
    (by: 1 | -1) => {
      const next = sentences[at === -1 ? (by === 1 ? 0 : sentences.length - 1) : at + by]
      if (next) choose(next.sentence.key)
    },
    [sentences, at, choose],
  )
  usePageKeys(useMemo(() => ({ j: () => step(1), k: () => step(-1) }), [step]))

  /** What a key does that was pressed inside of the preview. */
  const onKey = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    if (event.key === 'Enter' && at !== -1) edit()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1)
    // The desk's own keys act in the preview as on the rest of the page.
    else if (event.key.length === 1 && event.key !== ' ')
      document.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, shiftKey: event.shiftKey }))
    else return
    event.preventDefault()
  }
  const placed = at === -1 ? null : sentences[at]
  return { chosen, at, placed, editing: placed !== null && edited === chosen, edit, leave, choose, step, onKey }
}
