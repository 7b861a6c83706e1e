/** One entry of the keyboard map. */
export interface ShortcutKey {
  keys: string[]
  words: string
}

/** The desk's keys, as the map shows them. */
export const SHORTCUT_KEYS: readonly ShortcutKey[] = [
  { keys: ['/'], words: 'Search incidents' },
  { keys: ['n'], words: 'New incident' },
  { keys: ['g', 'o'], words: 'Go to the overview' },
  { keys: ['g', 'd'], words: 'Go to the dyad that stands highest' },
  { keys: ['g', 'i'], words: 'Go to the incidents' },
  { keys: ['g', 'c'], words: 'Go to the codebook' },
  { keys: ['g', 'm'], words: 'Go to the method' },
  { keys: ['j'], words: 'Next row' },
  { keys: ['k'], words: 'Row before' },
  { keys: ['⌘ or Ctrl', 'K'], words: 'Command palette' },
  { keys: ['?'], words: 'This map' },
]

/** Pages by the letter after `g`. */
export const GO_TO: Readonly<Record<string, string>> = {
  o: '/',
  d: '/dyads',
  i: '/incidents',
  c: '/codebook',
  m: '/method',
}

/** Whether keys belong to what has the focus: a field, or anything inside an open dialog or list. */
export function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="listbox"]'))
    return true
  return document.querySelector('[role="dialog"]') !== null
}

/** Moves the focus to the next (`step` 1) or previous (−1) row that is marked `data-row`, from the one that holds it now. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.offsetParent !== null)
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step]
  const focusable = next?.matches('a, button, [tabindex]') ? next : next?.querySelector<HTMLElement>('a, button')
  focusable?.focus()
}

/** Puts the cursor into the first search field in sight; false when there is none. */
export function focusSearch(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-search]')]
  const field = fields.find((candidate) => candidate.offsetParent !== null)
  field?.focus()
  field?.select()
  return field !== undefined
}
