import type { NavItem } from '@/components/shell/nav-links'

/** One entry of the keyboard map. */
export interface ShortcutKey {
  keys: string[]
  words: string
  /** The page that it leads to or works on, where not everybody may open that. */
  page?: string
}

/** The desk's keys, as the map shows them. */
export const SHORTCUT_KEYS: readonly ShortcutKey[] = [
  { keys: ['/'], words: 'Search incidents' },
  { keys: ['n'], words: 'New incident' },
  { keys: ['g', 'o'], words: 'Go to the overview' },
  { keys: ['g', 'w'], words: 'Go to the week of all dyads' },
  { keys: ['g', 'd'], words: 'Go to the dyad that stands highest' },
  { keys: ['g', 'l'], words: 'Go to the incidents' },
  { keys: ['g', 'r'], words: 'Go to the review', page: '/review' },
  { keys: ['g', 'b'], words: 'Go to the briefings', page: '/briefings' },
  { keys: ['g', 'i'], words: 'Go to the inbox', page: '/inbox' },
  { keys: ['g', 'a'], words: 'Go to the alerts and what you watch', page: '/watch' },
  { keys: ['g', 'c'], words: 'Go to the codebook' },
  { keys: ['g', 'm'], words: 'Go to the method' },
  { keys: ['j'], words: 'Next row' },
  { keys: ['k'], words: 'Row before' },
  { keys: ['a'], words: 'Annotate the charts, on the page of a dyad', page: '/activity' },
  { keys: ['['], words: 'Week before, on the page of a week' },
  { keys: [']'], words: 'Week after, on the page of a week' },
  { keys: ['⌘ or Ctrl', 'K'], words: 'Command palette' },
  { keys: ['?'], words: 'This map' },
]

/** The keys of the overview. */
export const OVERVIEW_KEYS: readonly ShortcutKey[] = [
  { keys: ['x'], words: 'Tick the row, or untick it' },
  { keys: ['c'], words: 'Compare what is ticked' },
]

/** The keys of the review page. */
export const REVIEW_KEYS: readonly ShortcutKey[] = [
  { keys: ['j'], words: 'Open the next', page: '/review' },
  { keys: ['k'], words: 'Open the one before', page: '/review' },
  { keys: ['a'], words: 'Approve', page: '/review' },
  { keys: ['r'], words: 'Return with a comment', page: '/review' },
  { keys: ['u'], words: 'Take the last approval back', page: '/review' },
  { keys: ['e'], words: 'Edit', page: '/review' },
]

/** The keys of the page on which a briefing is composed. */
export const COMPOSER_KEYS: readonly ShortcutKey[] = [
  { keys: ['j'], words: 'Next sentence', page: '/activity' },
  { keys: ['k'], words: 'Sentence before', page: '/activity' },
  { keys: ['Enter'], words: 'Edit the sentence in focus', page: '/activity' },
  { keys: ['⌘ or Ctrl', 'Enter'], words: 'Save the sentence', page: '/activity' },
  { keys: ['Esc'], words: 'Leave the editor; what is typed is kept', page: '/activity' },
  { keys: ['Alt', '↑ or ↓'], words: 'Move the section in focus', page: '/activity' },
  { keys: ['p'], words: 'Show the pages as they print, or the text', page: '/activity' },
]

/** The keys of the watch pages. */
export const WATCH_KEYS: readonly ShortcutKey[] = [
  { keys: ['r'], words: 'New rule', page: '/watch' },
  { keys: ['l'], words: 'New watchlist', page: '/watch' },
  { keys: ['a'], words: 'Acknowledge the alert in focus', page: '/watch' },
  { keys: ['s'], words: 'Snooze the alert in focus for a week', page: '/watch' },
  { keys: ['m'], words: 'Mute the rule', page: '/watch' },
  { keys: ['o'], words: 'Switch the rule on or off', page: '/watch' },
]

/** The keys of some that lead to, or work on, a page that the viewer may open. */
export const keysFor = (keys: readonly ShortcutKey[], pages: readonly NavItem[]): readonly ShortcutKey[] =>
  keys.filter(({ page }) => page === undefined || pages.some(({ href }) => href === page))

/** Pages by the letter after `g`. */
const GO_TO: Readonly<Record<string, string>> = {
  o: '/',
  w: '/weeks',
  d: '/dyads',
  l: '/incidents',
  r: '/review',
  b: '/briefings',
  i: '/inbox',
  a: '/watch',
  c: '/codebook',
  m: '/method',
}

/** Where a letter after `g` leads; undefined where it leads nowhere, or to a page that the viewer may not open. */
export function goTo(letter: string, pages: readonly NavItem[]): string | undefined {
  if (!Object.hasOwn(GO_TO, letter)) return undefined
  const path = GO_TO[letter]
  const guarded = SHORTCUT_KEYS.some(({ page }) => page === path)
  return guarded && !pages.some(({ href }) => href === path) ? undefined : path
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
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].flatMap((row) => {
    const control = row.matches('a, button, [tabindex]') ? row : row.querySelector<HTMLElement>('a, button')
    // What is folded away, or has nothing to go to, is no stop.
    return control?.checkVisibility() ? [{ row, control }] : []
  })
  const at = rows.findIndex(({ row }) => row.contains(document.activeElement))
  rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step]?.control.focus()
}

/** Puts the cursor into the first search field in sight; false when there is none. */
export function focusSearch(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-search]')]
  const field = fields.find((candidate) => candidate.offsetParent !== null)
  field?.focus()
  field?.select()
  return field !== undefined
}
