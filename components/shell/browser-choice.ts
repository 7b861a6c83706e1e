import { useSyncExternalStore } from 'react'

/** A choice between a few values that this browser remembers. */
export interface BrowserChoice<V extends string> {
  /** What it is until somebody chooses. */
  usual: V
  read: () => V
  choose: (value: V) => void
  subscribe: (listener: () => void) => () => void
}

/**
 * Makes a choice that this browser remembers under a name; made once, beside the hook that uses it. Storage can be forbidden by the
 * browser; then what is chosen lasts as long as the page.
 */
export function browserChoice<V extends string>(name: string, values: readonly V[], usual: V): BrowserChoice<V> {
  const key = `dyadwatch:${name}`
  const changed = `${key}-changed`
  let chosen: string | null = null
  const known = (text: string | null): V => values.find((value) => value === text) ?? usual
  return {
    usual,
    read: () => {
      try {
        return known(window.localStorage.getItem(key) ?? chosen)
      } catch {
        return known(chosen)
      }
    },
    choose: (value) => {
      chosen = value
      try {
        window.localStorage.setItem(key, value)
      } catch (error) {
        console.warn('The choice is not kept: this browser allows no storage.', error)
      }
      window.dispatchEvent(new Event(changed))
    },
    subscribe: (listener) => {
      window.addEventListener('storage', listener)
      window.addEventListener(changed, listener)
      return () => {
        window.removeEventListener('storage', listener)
        window.removeEventListener(changed, listener)
      }
    },
  }
}

/** What is chosen, also when another window of this browser changes it, and how to choose something else. */
export function useBrowserChoice<V extends string>(choice: BrowserChoice<V>): [V, (value: V) => void] {
  return [useSyncExternalStore(choice.subscribe, choice.read, () => choice.usual), choice.choose]
}
