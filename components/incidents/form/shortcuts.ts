/** What a key press asks the incident form to do. */
export type FormCommand = 'save' | 'save-and-next'

interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
  /** In the middle of composing a character with an input method. */
  isComposing?: boolean
}

/** Ctrl or ⌘ with Enter saves, with Shift as well it goes on to the next incident; anything else is typing. */
export function commandOf(press: KeyPress): FormCommand | null {
  if (press.key !== 'Enter' || press.isComposing || press.altKey) return null
  if (!press.ctrlKey && !press.metaKey) return null
  return press.shiftKey ? 'save-and-next' : 'save'
}
