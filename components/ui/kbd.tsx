import type { ReactNode } from 'react'

/** A key as it is printed on a keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-[3px] border border-line-strong bg-raised px-1 font-sans text-2xs text-muted">
      {children}
    </kbd>
  )
}
