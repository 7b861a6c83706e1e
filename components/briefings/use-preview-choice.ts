'use client'

import { useCallback, useMemo, useState } from 'react'
import { browserChoice, useBrowserChoice } from '@/components/shell/browser-choice'
import { usePageKeys } from '@/components/shell/page-keys'

/** The ways to look at a draft: its text, whose sentences can be chosen, or its pages as they print. */
export type PreviewKind = 'text' | 'pages'

const PREVIEW = browserChoice<PreviewKind>('briefing-preview', ['text', 'pages'], 'text')

/** How a draft is looked at, kept in this browser; `p` changes it. Choosing a sentence shows the text until somebody asks for pages again. */
export function usePreviewChoice() {
  const [kept, keep] = useBrowserChoice(PREVIEW)
  const [aside, setAside] = useState(false)
  const shown = aside ? 'text' : kept
  const choose = useCallback(
    (kind: PreviewKind) => {
      setAside(false)
      keep(kind)
    },
    [keep],
  )
  usePageKeys(useMemo(() => ({ p: () => choose(shown === 'text' ? 'pages' : 'text') }), [choose, shown]))
  return { shown, choose, putPagesAside: useCallback(() => setAside(true), []) }
}
