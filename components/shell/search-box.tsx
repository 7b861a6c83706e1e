import Form from 'next/form'
import { classes } from '@/components/ui/classes'

/** Search among incidents; `/` goes to it. It is a plain form, so it also works before the scripts have come. */
export function SearchBox({ id, className }: { id: string; className?: string }) {
  return (
    <Form action="/incidents" role="search" aria-label="Incidents" className={classes('relative', className)}>
      <label htmlFor={id} className="sr-only">
        Search incidents
      </label>
      <input
        id={id}
        name="q"
        type="search"
        data-search=""
        placeholder="Search incidents"
        autoComplete="off"
        className="h-8 w-full min-w-0 rounded border border-line-strong bg-raised pr-7 pl-2.5 text-sm focus-visible:outline-offset-0"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-2 flex items-center font-sans text-xs text-faint"
      >
        /
      </span>
    </Form>
  )
}
