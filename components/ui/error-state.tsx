import type { ReactNode } from 'react'

interface ErrorStateProps {
  title: string
  children?: ReactNode
  /** The id under which the server's log has it. */
  bugId?: string
  actions?: ReactNode
}

/** What a page says when something failed: what, under which id, and the way on. */
export function ErrorState({ title, children, bugId, actions }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-2 rounded border border-danger/40 bg-danger-ground px-5 py-6"
    >
      <p className="text-base font-semibold text-danger">{title}</p>
      {children !== undefined && <div className="max-w-prose text-sm">{children}</div>}
      {bugId !== undefined && (
        <p className="text-sm">
          Reference for whoever runs this desk: <code className="font-mono">{bugId}</code>
        </p>
      )}
      {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
