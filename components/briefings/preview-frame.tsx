'use client'

import { useEffect, useRef, useState } from 'react'
import { nameLandmarks } from '@/components/briefings/framed-landmarks'
import { useFramed } from '@/components/briefings/use-framed'
import { classes } from '@/components/ui/classes'

/** Where the empty page comes from that a preview is put into: it has a policy of its own, which lets no script run. */
export const FRAME_PATH = '/briefings/frame'

/** What sentences of a preview are marked with. */
const SENTENCE = '[data-key]'

/** How the chosen sentence stands out; the rest of a preview's look is the document's own. */
const CHOSEN = `${SENTENCE}[aria-current] { background: #fff3c4; box-shadow: 0 0 0 2px #fff3c4; cursor: pointer; }
${SENTENCE}[aria-current]:focus { box-shadow: 0 0 0 2px #1d4ed8; }`

/** A place in the preview, in pixels from its top left. */
export interface PreviewPlace {
  top: number
  left: number
}

interface PreviewFrameProps {
  /** A whole HTML page. */
  html: string
  title: string
  /** Key of the chosen sentence. */
  chosen: string | null
  onChoose: (key: string) => void
  /** A sentence is under the pointer, or none is any more. */
  onHover: (key: string | null, place: PreviewPlace) => void
  onKey: (event: KeyboardEvent) => void
  className?: string
}

/**
 * Puts a page into the frame without loading it anew, so that it does not flash and stays where it was scrolled to. Returns the key of the
 * sentence that had the focus, which goes with what it was in.
 */
function show(target: Document, html: string): string | undefined {
  // Parsed under the frame's policy: by this page's own the style in it would be refused.
  const Parser = target.defaultView?.DOMParser ?? DOMParser
  const parsed = new Parser().parseFromString(html, 'text/html')
  const look = target.createElement('style')
  look.textContent = CHOSEN
  const focused = sentenceAt(target.activeElement)?.dataset.key
  const head = [...parsed.head.children].filter(({ tagName }) => tagName === 'STYLE' || tagName === 'TITLE')
  target.documentElement.lang = parsed.documentElement.lang
  target.head.replaceChildren(...head.map((node) => target.importNode(node, true)), look)
  target.body.replaceWith(target.importNode(parsed.body, true))
  nameLandmarks(target)
  return focused
}

const sentenceAt = (target: EventTarget | null): HTMLElement | null => {
  // Elements of the frame are no instances of this window's classes.
  const element = target as Element | null
  return typeof element?.closest === 'function' ? element.closest<HTMLElement>(SENTENCE) : null
}

const elementOf = (inside: Document, key: string): HTMLElement | null => {
  const element = inside.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  // One that was just put in is no stop of the Tab key yet.
  if (element && !element.hasAttribute('tabindex')) element.tabIndex = -1
  return element
}

const keyOf = (element: HTMLElement): string => element.dataset.key ?? ''

function placeOf(element: HTMLElement): PreviewPlace {
  const { bottom, left } = element.getBoundingClientRect()
  return { top: bottom, left }
}

/**
 * A briefing as it prints, in a frame whose sentences can be chosen. Nothing in it runs: its page's policy allows no script, and what is
 * put into it was parsed without. It has no `sandbox`, for Safari would then keep what is pressed inside from this page, too.
 */
export function PreviewFrame({ html, title, chosen, onChoose, onHover, onKey, className }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const { inside, loaded } = useFramed(frame)
  const [height, setHeight] = useState(1123)
  const told = useRef({ onChoose, onHover, onKey })
  told.current = { onChoose, onHover, onKey }

  useEffect(() => {
    if (!inside) return
    const focused = show(inside, html)
    if (focused !== undefined) elementOf(inside, focused)?.focus({ preventScroll: true })
    const measure = () => setHeight(inside.body.scrollHeight)
    const observer = new ResizeObserver(measure)
    observer.observe(inside.body)
    measure()
    return () => observer.disconnect()
  }, [inside, html])

  useEffect(() => {
    if (!inside) return
    const click = (event: Event) => {
      // A link of the document must not take the frame away; sources and incidents are opened from the panel beside.
      event.preventDefault()
      const sentence = sentenceAt(event.target)
      if (sentence) told.current.onChoose(keyOf(sentence))
    }
    const over = (event: Event) => {
      const sentence = sentenceAt(event.target)
      told.current.onHover(sentence && keyOf(sentence), sentence ? placeOf(sentence) : { top: 0, left: 0 })
    }
    const leave = () => told.current.onHover(null, { top: 0, left: 0 })
    const keys = (event: KeyboardEvent) => told.current.onKey(event)
    inside.addEventListener('click', click)
    inside.addEventListener('mouseover', over)
    inside.documentElement.addEventListener('mouseleave', leave)
    inside.addEventListener('keydown', keys)
    return () => {
      inside.removeEventListener('click', click)
      inside.removeEventListener('mouseover', over)
      inside.documentElement.removeEventListener('mouseleave', leave)
      inside.removeEventListener('keydown', keys)
    }
  }, [inside])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page has new sentences to mark.
  useEffect(() => {
    for (const sentence of inside?.querySelectorAll<HTMLElement>(SENTENCE) ?? []) {
      const isChosen = keyOf(sentence) === chosen
      sentence.tabIndex = isChosen ? 0 : -1
      if (isChosen) sentence.setAttribute('aria-current', 'true')
      else sentence.removeAttribute('aria-current')
    }
  }, [inside, html, chosen])

  return (
    <iframe
      ref={frame}
      src={FRAME_PATH}
      title={title}
      onLoad={loaded}
      className={classes('block w-full border bg-white', className)}
      style={{ height }}
    />
  )
}

/** The element of a sentence in a preview that is shown somewhere on the page. */
export function sentenceElement(key: string): HTMLElement | null {
  const frame = document.querySelector<HTMLIFrameElement>(`iframe[src="${FRAME_PATH}"]`)
  return frame?.contentDocument ? elementOf(frame.contentDocument, key) : null
}
