import { useSyncExternalStore } from 'react'

const KEY = 'dyadwatch:shortcuts'
const CHANGED = 'dyadwatch:shortcuts-changed'

/** Storage can be forbidden by the browser; then the keys are on, and the choice lasts as long as the page. */
let chosen: string | null = null

function read(): boolean {
  try {
    return (window.localStorage.getItem(KEY) ?? chosen) !== 'off'
  } catch {
    return chosen !== 'off'
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  window.addEventListener(CHANGED, listener)
  return () => {
    window.removeEventListener('storage', listener)
    window.removeEventListener(CHANGED, listener)
  }
}

function choose(on: boolean): void {
  chosen = on ? 'on' : 'off'
  try {
    window.localStorage.setItem(KEY, chosen)
  } catch (error) {
    console.warn('The choice is not kept: this browser allows no storage.', error)
  }
  window.dispatchEvent(new Event(CHANGED))
}

/** Whether the single-letter keys are on, and how to change that. The choice is kept in this browser. */
export function useShortcutPreference(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, read, () => true)
  return [on, choose]
}
