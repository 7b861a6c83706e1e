import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'

/** What the panel of the chosen sentence says while none is chosen. */
export function NothingChosen({ count, onFirst }: { count: number; onFirst: () => void }) {
  return (
    <div className="space-y-2 text-sm text-muted">
      <p>
        Choose one of the {count} sentences in the text, or step through them with <Kbd>j</Kbd> and <Kbd>k</Kbd>, to see
        what it rests on and to put it in your own words.
      </p>
      <Button size="sm" onClick={onFirst}>
        First sentence
      </Button>
    </div>
  )
}
