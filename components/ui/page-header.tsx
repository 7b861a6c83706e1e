import Link from 'next/link'
import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  /** Buttons at the right; not printed. */
  actions?: ReactNode
  /** The pages above this one, outermost first. */
  trail?: { href: string; label: string }[]
}

/** The head of a page: where it is, what it is called, what it says. Holds the page's one h1. */
export function PageHeader({ title, lead, actions, trail }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {trail && trail.length > 0 && (
          <nav aria-label="Breadcrumb" data-print="hide">
            <ol className="mb-1 flex flex-wrap gap-x-1.5 text-xs text-muted">
              {trail.map(({ href, label }) => (
                <li key={href} className="flex gap-x-1.5">
                  <Link href={href} className="link">
                    {label}
                  </Link>
                  <span aria-hidden="true">/</span>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {lead !== undefined && <div className="mt-1 max-w-3xl text-base text-muted">{lead}</div>}
      </div>
      {actions !== undefined && (
        <div className="flex flex-wrap items-center gap-2" data-print="hide">
          {actions}
        </div>
      )}
    </header>
  )
}
