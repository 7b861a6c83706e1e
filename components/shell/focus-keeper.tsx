'use client'

import { useEffect } from 'react'

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]'

/** An element with a control in it that had the focus, and the place of the control among all that can have it there. */
interface Place {
  around: Element
  at: number
}

const controlsIn = (around: Element): HTMLElement[] =>
  [...around.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((control) => control.checkVisibility())

/** Where a control stands, from what is next around it outwards, as far as the page itself, which is not meant. */
function placesOf(control: Element, page: Element): Place[] {
  const places: Place[] = []
  for (let around = control.parentElement; around && around !== page; around = around.parentElement)
    places.push({ around, at: controlsIn(around).indexOf(control as HTMLElement) })
  return places
}

const isDisabled = (control: Element): boolean => control.matches(':disabled')

/** The control that came into the place of one that is gone, or the last one before it. */
function successor(places: readonly Place[]): HTMLElement | undefined {
  for (const { around, at } of places) {
    if (!around.isConnected) continue
    const controls = controlsIn(around)
    if (controls.length > 0) return controls[Math.min(Math.max(at, 0), controls.length - 1)]
  }
  return undefined
}

/**
 * Keeps the focus within a page when what had it goes: a button that works for a moment has it again afterwards, and of a row, an entry or a
 * form that is gone, what came into its place has it. Without, the next key would act on nothing, and Tab would begin at the top. Another
 * page, and whoever clicks beside everything, is left alone.
 */
export function FocusKeeper({ within }: { within: string }) {
  useEffect(() => {
    const page = document.getElementById(within)
    if (!page) return
    let last: Element | null = null
    let places: Place[] = []
    const remember = ({ target }: FocusEvent) => {
      const isOurs = target instanceof Element && target !== page && page.contains(target)
      last = isOurs ? target : null
      places = isOurs ? placesOf(target, page) : []
    }
    // The focus was let go of, and not taken away.
    const letGo = () =>
      setTimeout(() => {
        if (document.activeElement === document.body && last?.isConnected && !isDisabled(last)) last = null
      })
    const observer = new MutationObserver(() => {
      if (last === null || document.activeElement !== document.body) return
      if (!last.isConnected) successor(places)?.focus({ preventScroll: true })
      else if (!isDisabled(last) && last instanceof HTMLElement) last.focus({ preventScroll: true })
    })
    document.addEventListener('focusin', remember)
    document.addEventListener('focusout', letGo)
    observer.observe(page, { subtree: true, childList: true, attributeFilter: ['disabled'] })
    return () => {
      document.removeEventListener('focusin', remember)
      document.removeEventListener('focusout', letGo)
      observer.disconnect()
    }
  }, [within])
  return null
}
