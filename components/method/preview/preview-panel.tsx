'use client'

import { useMemo, useState } from 'react'
import { BandWeeksTable } from '@/components/method/preview/band-weeks-table'
import { DyadPicker, MOST_AT_FIRST, nameOfDyad } from '@/components/method/preview/dyad-picker'
import { PreviewChart } from '@/components/method/preview/preview-chart'
import { PreviewTable } from '@/components/method/preview/preview-table'
import { previewSentence } from '@/components/method/preview/preview-words'
import { type PreviewRun, usePreviewRun } from '@/components/method/preview/use-preview-run'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import type { MethodParameters } from '@/lib/core/scoring'
import { formatPlural } from '@/lib/format'
import { changesBetween } from '@/lib/method/parameter-changes'
import { weeksOfOtherBand } from '@/lib/method/preview-summary'
import type { DyadPreview, PreviewChoice } from '@/lib/method/views'

interface PreviewPanelProps {
  choices: readonly PreviewChoice[]
  inUse: { id: string; parameters: MethodParameters }
  /** Those of the form; null while some field is wrong. */
  parameters: MethodParameters | null
}

function Progress({ run, onStop }: { run: PreviewRun; onStop: () => void }) {
  const done = run.previews.length
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      <progress aria-label="Preview" className="h-2 w-48 accent-accent" value={done} max={run.asked} />
      <span className="tabular-nums">
        {done} of {formatPlural(run.asked, 'dyad')}
      </span>
      <Button size="sm" onClick={onStop}>
        Stop
      </Button>
    </div>
  )
}

/** Why a preview no longer shows what the form holds, or shows only a part of it. */
function PreviewNotes({ run, stale }: { run: PreviewRun; stale: boolean }) {
  const cut = !run.running && run.previews.length < run.asked
  return (
    <>
      {run.failure !== '' && <Callout tone="danger" role="alert" title={run.failure} />}
      {cut && run.failure === '' && <Callout>Stopped after {formatPlural(run.previews.length, 'dyad')}.</Callout>}
      {stale && (
        <Callout tone="warning" title="The draft has changed since">
          What is shown below is as it was before. Preview it again.
        </Callout>
      )}
    </>
  )
}

function ShownDyad({
  preview,
  run,
  names,
}: {
  preview: DyadPreview
  run: PreviewRun
  names: readonly [string, string]
}) {
  if (preview.weeks.length === 0) return null
  const weeks = weeksOfOtherBand(preview)
  return (
    <>
      <Card padded={false}>
        <PreviewChart key={preview.dyadId} preview={preview} parameters={run.parameters} names={names} />
      </Card>
      <Card
        id="band-weeks"
        title={`Weeks of another band: ${nameOfDyad(preview.dyadId)}`}
        lead={`${weeks.length} of ${formatPlural(preview.weeks.length, 'week')}, up to the last one that was checked and at most three years back.`}
        padded={false}
      >
        <BandWeeksTable weeks={weeks} names={names} />
      </Card>
    </>
  )
}

/** What the draft would do to the scores of real dyads. It writes nothing. */
export function PreviewPanel({ choices, inUse, parameters }: PreviewPanelProps) {
  const [chosen, setChosen] = useState(() => choices.slice(0, MOST_AT_FIRST).map(({ dyadId }) => dyadId))
  const [asked, setAsked] = useState<string | null>(null)
  const { run, start, stop } = usePreviewRun()
  const names = useMemo(() => [inUse.id, 'the draft'] as const, [inUse.id])
  const shown = run?.previews.find(({ dyadId }) => dyadId === asked) ?? run?.previews[0]
  const stale = run !== null && (parameters === null || changesBetween(run.parameters, parameters).length > 0)
  return (
    <section aria-labelledby="preview-title" className="mt-10 flex flex-col gap-4">
      <h2 id="preview-title" className="border-t border-line-strong pt-3 text-lg font-semibold">
        Preview against {inUse.id}
      </h2>
      <p className="max-w-[70ch]">
        Both methods over the same record: weekly closes of up to three years for each dyad, and which weeks would
        change band. Nothing is written.
      </p>
      {choices.length === 0 ? (
        <p className="text-sm text-muted">No dyad has a score yet, so there is nothing to compare.</p>
      ) : (
        <DyadPicker choices={choices} chosen={chosen} onChange={setChosen} />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          disabled={parameters === null || chosen.length === 0 || run?.running === true}
          onClick={() => parameters && start(chosen, parameters)}
        >
          Preview {formatPlural(chosen.length, 'dyad')}
        </Button>
        {parameters === null && <span className="text-sm text-muted">Some fields need another look first.</span>}
        {run?.running && <Progress run={run} onStop={stop} />}
      </div>
      {run && <PreviewNotes run={run} stale={stale} />}
      {run && run.previews.length > 0 && (
        <>
          <p role="status" className="font-medium">
            {run.running ? '' : previewSentence(run.previews)}
          </p>
          <Card padded={false}>
            <PreviewTable previews={run.previews} names={names} shown={shown?.dyadId ?? null} onShow={setAsked} />
          </Card>
          {shown && <ShownDyad preview={shown} run={run} names={names} />}
        </>
      )}
    </section>
  )
}
