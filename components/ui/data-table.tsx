import type { ComponentProps, ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { ScrollRegion } from '@/components/ui/scroll-region'

interface TableProps {
  /** Names the table for screen readers, and its scroll region. */
  caption: string
  showCaption?: boolean
  /** Scrolls by itself within the window's height, with its head in sight. */
  tall?: boolean
  children: ReactNode
  className?: string
}

/** A table in a region that scrolls sideways by itself, also by keyboard, so that the page never does. */
export function Table({ caption, showCaption, tall, children, className }: TableProps) {
  return (
    <ScrollRegion label={caption} tall={tall}>
      <table className={classes('w-full border-collapse text-left text-sm', className)}>
        <caption className={showCaption ? 'px-4 pb-2 text-left text-xs text-muted' : 'sr-only'}>{caption}</caption>
        {children}
      </table>
    </ScrollRegion>
  )
}

/** The head of a table: a row of `HeadCell`s. */
export function Head({ children }: { children: ReactNode }) {
  return (
    <thead className="sticky top-0 z-10 bg-raised">
      <tr className="border-b border-line-strong">{children}</tr>
    </thead>
  )
}

/** A column's name. `sort` marks the column that the table is sorted by. */
export function HeadCell({
  numeric,
  sort,
  className,
  ...props
}: ComponentProps<'th'> & { numeric?: boolean; sort?: 'ascending' | 'descending' }) {
  return (
    <th
      scope="col"
      aria-sort={sort}
      className={classes(
        'h-9 px-3 first:pl-4 last:pr-4 text-xs font-medium whitespace-nowrap text-muted',
        numeric && 'text-right',
        className,
      )}
      {...props}
    />
  )
}

/** The rows. */
export function Body({ children }: { children: ReactNode }) {
  return <tbody>{children}</tbody>
}

/** A row of 36 px. `focusable` lets `j` and `k` move through the rows. */
export function Row({ focusable, className, ...props }: ComponentProps<'tr'> & { focusable?: boolean }) {
  return (
    <tr
      data-row={focusable ? '' : undefined}
      tabIndex={focusable ? -1 : undefined}
      className={classes('h-9 border-b border-line last:border-b-0 hover:bg-sunken focus:bg-sunken', className)}
      {...props}
    />
  )
}

/** A cell. `head` makes it the row's name. */
export function Cell({ head, className, ...props }: ComponentProps<'td'> & { head?: boolean }) {
  const look = classes('px-3 py-1.5 first:pl-4 last:pr-4', className)
  return head ? (
    <th scope="row" className={classes('text-left font-medium', look)} {...props} />
  ) : (
    <td className={look} {...props} />
  )
}

/** A cell of a figure: to the right, tabular, on one line. */
export function NumberCell({ className, ...props }: ComponentProps<'td'>) {
  return (
    <td
      className={classes('px-3 py-1.5 text-right first:pl-4 last:pr-4 whitespace-nowrap tabular-nums', className)}
      {...props}
    />
  )
}
