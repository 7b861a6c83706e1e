import { Button } from '@/components/ui/button'

interface JobProgressProps {
  label: string
  /** 0…1. */
  share: number
  /** False until the desk has said which job it is. */
  mayCancel: boolean
  /** What stands in the way; '' for nothing. */
  note: string
  onCancel: () => void
}

/** How far something is that takes a while, and the way to give it up. */
export function JobProgress({ label, share, mayCancel, note, onCancel }: JobProgressProps) {
  const percent = Math.round(share * 100)
  return (
    <div className="mt-1 text-xs text-muted">
      <div className="flex items-center gap-2">
        <progress max={100} value={percent} aria-label={label} className="h-2 min-w-0 flex-1 accent-accent" />
        <span className="tabular-nums">{percent}%</span>
        <Button size="sm" disabled={!mayCancel} onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {note !== '' && (
        <p role="alert" className="mt-1 text-warning">
          {note}
        </p>
      )}
    </div>
  )
}
