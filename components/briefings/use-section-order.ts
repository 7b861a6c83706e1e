'use client'

import { useOptimistic } from 'react'
import type { DraftWrites } from '@/components/briefings/use-draft-writes'
import { changeDraftAction } from '@/lib/briefings/actions'
import type { SectionKey } from '@/lib/briefings/model/terms'

/** The sections of a draft as they are asked for: at once, so that one move can follow the other; each is saved. */
export function useSectionOrder(saved: readonly SectionKey[], { write }: DraftWrites) {
  const [sections, show] = useOptimistic(saved)
  const change = (order: SectionKey[]) =>
    write({
      of: 'sections',
      begin: () => show(order),
      work: (seen) => changeDraftAction({ ...seen, sections: order }),
    })
  return { sections, change }
}
