import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { Breakdown } from '@/lib/samples/report-views'
import type { SampleRow } from '@/lib/samples/views'

interface SampleChooserProps {
  samples: readonly SampleRow[]
  chosen: readonly string[]
  by: Breakdown | null
}

/** Which samples are taken together; a plain form, so that the choice stands in the address. */
export function SampleChooser({ samples, chosen, by }: SampleChooserProps) {
  return (
    <form method="get" action="/samples/agreement" data-print="hide">
      {by && <input type="hidden" name="by" value={by} />}
      <fieldset>
        <legend className="text-xs font-medium text-muted">Samples taken together</legend>
        <div className="flex max-h-48 flex-wrap gap-x-6 overflow-y-auto">
          {samples.map(({ id, title, status }) => (
            <Checkbox
              key={id}
              name="sample"
              value={id}
              defaultChecked={chosen.includes(id)}
              label={
                <>
                  {title} {status === 'open' && <span className="text-xs text-muted">open</span>}
                </>
              }
            />
          ))}
        </div>
      </fieldset>
      <Button type="submit" size="sm" className="mt-1">
        Show
      </Button>
    </form>
  )
}
