import type { ReactNode } from 'react'

/** The head of a card: what it is, and in a sentence how to read it. */
export function SectionHead({ title, id, children }: { title: string; id?: string; children?: ReactNode }) {
  return (
    <div className="px-4 pt-3 pb-2">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      {children !== undefined && <p className="max-w-prose text-sm text-muted">{children}</p>}
    </div>
  )
}
