import { LeftOutList } from '@/components/certainty/left-out-list'
import { TornadoChart } from '@/components/charts/tornado-chart'
import { chartNotes } from '@/components/dyads/dyad-words'
import type { WeekSensitivity } from '@/lib/certainty/views'
import { tornadoModel } from '@/lib/charts/tornado'
import type { DyadView } from '@/lib/dyads/views'
import { formatPlural } from '@/lib/format'

interface SensitivityProps {
  view: DyadView
  sensitivity: Promise<WeekSensitivity>
  /** The page without one incident. */
  without: (id: string) => string
}

/** What a weekly close hangs on: parameters and incidents, side by side. */
export async function SensitivitySection({ view, sensitivity: awaited, without }: SensitivityProps) {
  const sensitivity = await awaited
  const model = tornadoModel(sensitivity.score, sensitivity.bars)
  const rest =
    model.still === 0 ? '' : ` ${formatPlural(model.still, 'more parameter moves', 'more parameters move')} nothing.`
  return (
    <div className="mb-6 grid grid-cols-1 gap-6 lg:grid-cols-2">
      <div data-card="" className="min-w-0 self-start rounded border bg-raised">
        <TornadoChart
          model={model}
          reading={`One at a time, the others as they are.${rest}`}
          {...chartNotes(view, `${view.shown.weekId}-tornado`)}
        />
      </div>
      <div data-card="" className="min-w-0 self-start rounded border bg-raised">
        <LeftOutList sensitivity={sensitivity} without={without} />
      </div>
    </div>
  )
}
