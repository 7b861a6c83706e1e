'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Popover } from '@/components/ui/popover'

/** The top bar's pages and search in one menu, for narrow screens. A new page closes it. */
export function CompactMenu({ children }: { children: ReactNode }) {
  return (
    <Popover key={usePathname()} label="Menu" trigger={<span aria-hidden="true">☰</span>} panelClassName="w-72">
      {children}
    </Popover>
  )
}
