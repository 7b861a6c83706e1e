import { codePath } from '@/components/samples/sample-path'
import { Button, LinkButton } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'

interface HandInBarProps {
  pending: boolean
  sampleId: string
  /** The unit to go to where this one is left for later. */
  later: number | null
}

/** Hands a unit in, or leaves it for later; always in sight. */
export function HandInBar({ pending, sampleId, later }: HandInBarProps) {
  return (
    <div className="sticky bottom-0 z-20 -mx-4 border-t border-line-strong bg-ground px-4 py-2.5 sm:mx-0 sm:px-0">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="text-xs text-muted">
          Handed in, it stays as it is.
          <span className="hidden sm:inline">
            {' '}
            <Kbd>Ctrl</Kbd> or <Kbd>⌘</Kbd> with <Kbd>↵</Kbd> hands in.
          </span>
        </p>
        <div className="flex flex-wrap gap-2">
          {later !== null && (
            <LinkButton variant="quiet" href={codePath(sampleId, later)} scroll={false}>
              Later
            </LinkButton>
          )}
          <Button type="submit" variant="primary" disabled={pending}>
            {pending ? 'Handing in…' : 'Hand in'}
          </Button>
        </div>
      </div>
    </div>
  )
}
