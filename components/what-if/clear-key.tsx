'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { usePageKeys } from '@/components/shell/page-keys'

interface ClearKeyProps {
  /** The page with nothing supposed or struck out. */
  href: string
  /** Keys that put the focus on an element of the page, by its id. */
  focus?: Readonly<Record<string, string>>
}

/** `x` takes everything back; other keys put the focus where something is entered. */
export function ClearKey({ href, focus }: ClearKeyProps) {
  const router = useRouter()
  const keys = useMemo(() => {
    const moves = Object.entries(focus ?? {}).map(([key, id]) => [key, () => document.getElementById(id)?.focus()])
    return { x: () => router.push(href, { scroll: false }), ...Object.fromEntries(moves) }
  }, [router, href, focus])
  usePageKeys(keys)
  return null
}
