/** What this browser keeps under a name; null where there is nothing. `failed` where it keeps nothing at all. */
export function readText(name: string): { text: string | null; failed: boolean } {
  try {
    return { text: window.localStorage.getItem(name), failed: false }
  } catch (error) {
    console.warn('The browser keeps no drafts.', error)
    return { text: null, failed: true }
  }
}

/** Keeps a text under a name, or with null forgets it. False where the browser refuses. */
export function writeText(name: string, text: string | null): boolean {
  try {
    if (text === null) window.localStorage.removeItem(name)
    else window.localStorage.setItem(name, text)
    return true
  } catch (error) {
    console.warn('The browser keeps no drafts.', error)
    return false
  }
}

/** The texts that a kept JSON object has for some keys; anything else that it holds is left aside. */
export function textsFrom<Key extends string>(text: string | null, keys: readonly Key[]): Partial<Record<Key, string>> {
  const told = new Map(Object.entries(parsed(text)))
  const kept: Partial<Record<Key, string>> = {}
  for (const key of keys) {
    const typed = told.get(key)
    if (typeof typed === 'string') kept[key] = typed
  }
  return kept
}

/** A kept JSON object; an empty one for anything else. */
export function parsed(text: string | null): Record<string, unknown> {
  if (text === null) return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
