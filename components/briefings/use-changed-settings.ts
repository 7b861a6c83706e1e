'use client'

import { useOptimistic } from 'react'
import { type ChangedSettings, changedSettings, SETTINGS, unlike } from '@/components/briefings/changed-settings'
import type { DraftWrites } from '@/components/briefings/use-draft-writes'
import type { useKeptWords } from '@/components/briefings/use-kept-words'
import { changeDraftAction } from '@/lib/briefings/actions'
import type { DraftSettings } from '@/lib/briefings/schema'

/** A draft's settings with what of them is changed and not saved, which is kept like a sentence that is typed. */
export function useChangedSettings(saved: DraftSettings, kept: ReturnType<typeof useKeptWords>, writes: DraftWrites) {
  const [settings, show] = useOptimistic(saved, (before, change: ChangedSettings) => ({ ...before, ...change }))
  const word = kept.words[SETTINGS]
  const changed = changedSettings(word?.text, settings)
  const change = (more: ChangedSettings) => {
    const after = unlike({ ...changed, ...more }, settings)
    if (Object.keys(after).length === 0) kept.forget(SETTINGS)
    else kept.keep(SETTINGS, JSON.stringify(after), writes.latest)
  }
  const save = () =>
    writes.write({
      of: SETTINGS,
      base: word?.base,
      begin: () => show(changed),
      work: (seen) => changeDraftAction({ ...seen, ...changed }),
      done: (revision) => kept.saved(SETTINGS, word?.text ?? '', revision),
    })
  return { settings, changed, isChanged: Object.keys(changed).length > 0, change, save }
}
