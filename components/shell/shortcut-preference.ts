import { browserChoice, useBrowserChoice } from '@/components/shell/browser-choice'

const SHORTCUTS = browserChoice('shortcuts', ['on', 'off'], 'on')

/** Whether the single-letter keys are on, and how to change that. The choice is kept in this browser. */
export function useShortcutPreference(): [boolean, (on: boolean) => void] {
  const [chosen, choose] = useBrowserChoice(SHORTCUTS)
  return [chosen === 'on', (on) => choose(on ? 'on' : 'off')]
}
