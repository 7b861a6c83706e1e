import type { ReactNode } from 'react'

/** One part of the method page under its own anchor, so that it can be linked to. */
export function MethodSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mb-10 flex flex-col gap-3">
      <h2 id={`${id}-title`} className="border-t border-line-strong pt-3 text-lg font-semibold">
        <a href={`#${id}`} className="group">
          {title}
          <span aria-hidden="true" className="ml-2 text-faint opacity-0 group-hover:opacity-100">
            #
          </span>
        </a>
      </h2>
      {children}
    </section>
  )
}

/** A paragraph of the method page, no wider than is good to read. */
export function Prose({ children }: { children: ReactNode }) {
  return <p className="max-w-[70ch]">{children}</p>
}
