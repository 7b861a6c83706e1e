import { Button } from '@/components/ui/button'

interface SaveRowProps {
  /** What the button says. */
  label: string
  pending: boolean
  saved: boolean
}

/** The foot of a form: its button, and whether what is typed is saved. */
export function SaveRow({ label, pending, saved }: SaveRowProps) {
  return (
    <div className="flex items-center gap-3">
      <Button type="submit" variant="primary" disabled={pending}>
        {pending ? 'Saving…' : label}
      </Button>
      <span role="status" className="text-sm text-muted">
        {saved && 'Saved.'}
      </span>
    </div>
  )
}
