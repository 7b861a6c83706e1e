'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { weekIdOf } from '@/lib/core/calendar'

/** The way to a week of the page: its address gets `week`, keeps the rest, and the week's incidents come into sight. */
export function useWeekNavigation(): { hrefOf: (weekStart: number) => string; openWeek: (weekStart: number) => void } {
  const router = useRouter()
  const pathname = usePathname()
  const search = useSearchParams()
  const hrefOf = (weekStart: number) => {
    const params = new URLSearchParams(search)
    params.set('week', weekIdOf(weekStart))
    params.delete('after')
    return `${pathname}?${params}#week`
  }
  return { hrefOf, openWeek: (weekStart) => router.push(hrefOf(weekStart)) }
}
