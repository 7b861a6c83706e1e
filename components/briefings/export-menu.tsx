'use client'

import { useExport } from '@/components/briefings/use-export'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import { type ExportFormat, FORMATS } from '@/lib/briefings/render/formats'

interface ExportMenuProps {
  draftId: string
  /** What this desk can make. */
  formats: readonly ExportFormat[]
}

/** A draft as a file, as it was last saved: the format, how far it is, and the way to give it up. */
export function ExportMenu({ draftId, formats }: ExportMenuProps) {
  const { asked, start, cancel } = useExport(draftId)
  const running = asked !== null && asked.error === '' && (asked.job === null || asked.job.status === 'running')
  const percent = Math.round((asked?.job?.progress ?? 0) * 100)
  if (formats.length === 0) return null
  return (
    <Popover label="Export" trigger={<span>Export ▾</span>} buttonClassName="px-3 font-medium" panelClassName="w-64">
      <ul aria-label="Formats" className="py-1 text-sm">
        {formats.map((format) => (
          <li key={format}>
            <button
              type="button"
              disabled={running}
              onClick={() => start(format)}
              className="flex min-h-9 w-full items-center justify-between gap-3 px-4 text-left hover:bg-sunken disabled:opacity-50"
            >
              <span>{FORMATS[format].name}</span>
              <span className="text-xs text-muted">.{FORMATS[format].ending}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="border-t px-4 py-2 text-xs text-muted">
        <p role="status" aria-live="polite">
          {asked === null && 'The draft as it was last saved.'}
          {asked && running && `Making ${FORMATS[asked.format].name}…`}
          {asked?.job?.status === 'done' && `${FORMATS[asked.format].name} is done and on its way.`}
          {asked?.job?.status === 'cancelled' && 'Given up.'}
        </p>
        {asked && asked.error !== '' && (
          <p role="alert" className="text-danger">
            {asked.error}
          </p>
        )}
        {asked && running && (
          <div className="mt-1 flex items-center gap-2">
            <progress
              max={100}
              value={percent}
              aria-label={`Progress of ${FORMATS[asked.format].name}`}
              className="h-2 min-w-0 flex-1 accent-accent"
            />
            <span className="tabular-nums">{percent}%</span>
            <Button size="sm" disabled={asked.job === null} onClick={cancel}>
              Cancel
            </Button>
          </div>
        )}
      </div>
    </Popover>
  )
}
