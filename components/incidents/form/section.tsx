import type { ReactNode } from 'react'

/** One stretch of the form under a word that says what it asks. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="border-t py-3 sm:grid sm:grid-cols-[6.5rem_minmax(0,1fr)] sm:gap-x-4"
    >
      <h2 id={`${id}-title`} className="mb-2 text-sm font-semibold sm:pt-[1.625rem]">
        {title}
      </h2>
      <div className="min-w-0 space-y-3">{children}</div>
    </section>
  )
}
