import type { ReactNode } from 'react'

/** A formula set apart, with what it says in words under it. */
export function Formula({ children, words }: { children: ReactNode; words: ReactNode }) {
  return (
    <figure className="max-w-[70ch] border-l-[3px] border-line-strong bg-sunken px-4 py-3">
      <div className="flex flex-col gap-1.5 font-serif text-lg leading-relaxed">{children}</div>
      <figcaption className="mt-2 text-sm text-muted">{words}</figcaption>
    </figure>
  )
}

/** One line of a formula. */
export function Line({ children }: { children: ReactNode }) {
  return <p>{children}</p>
}

/** A symbol of a formula, with its index as a subscript. */
export function Sym({ children, sub }: { children: ReactNode; sub?: ReactNode }) {
  return (
    <var>
      {children}
      {sub !== undefined && <sub className="text-[0.7em]">{sub}</sub>}
    </var>
  )
}

/** A power of what stands before it. */
export function Sup({ children }: { children: ReactNode }) {
  return <sup className="text-[0.7em] leading-none">{children}</sup>
}
