'use client'

import { useState } from 'react'
import { JobProgress } from '@/components/briefings/job-progress'
import { useJob } from '@/components/briefings/use-job'
import { Popover } from '@/components/ui/popover'
import { type ExportFormat, FORMATS } from '@/lib/briefings/render/formats'
import type { ExportView } from '@/lib/briefings/views'

interface ExportMenuProps {
  draftId: string
  /** As it was last saved. */
  revision: number
  /** What this desk can make. */
  formats: readonly ExportFormat[]
}

/** Lets the browser take in a file without leaving the page. */
function download(href: string, name: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}

/** A draft as a file, as it was last saved: the format, how far it is, and the way to give it up. */
export function ExportMenu({ draftId, revision, formats }: ExportMenuProps) {
  const base = `/api/v1/briefings/${draftId}/exports`
  const [format, setFormat] = useState<ExportFormat | null>(null)
  const { asked, running, start, cancel } = useJob<ExportView>(base, ({ id, name }) =>
    download(`${base}/${id}/file`, name),
  )
  const name = format === null ? '' : FORMATS[format].name
  if (formats.length === 0) return null
  return (
    <Popover label="Export" trigger={<span>Export ▾</span>} buttonClassName="px-3 font-medium" panelClassName="w-64">
      <ul aria-label="Formats" className="py-1 text-sm">
        {formats.map((one) => (
          <li key={one}>
            <button
              type="button"
              disabled={running}
              onClick={() => {
                setFormat(one)
                start({ format: one }, revision)
              }}
              className="flex min-h-9 w-full items-center justify-between gap-3 px-4 text-left hover:bg-sunken disabled:opacity-50"
            >
              <span>{FORMATS[one].name}</span>
              <span className="text-xs text-muted">.{FORMATS[one].ending}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="border-t px-4 py-2 text-xs text-muted">
        <p role="status" aria-live="polite">
          {asked === null && 'The draft as it was last saved.'}
          {running && `Making ${name}…`}
          {asked?.job?.status === 'done' && `${name} is done and on its way.`}
          {asked?.job?.status === 'cancelled' && 'Given up.'}
        </p>
        {asked && asked.error !== '' && (
          <p role="alert" className="text-danger">
            {asked.error}
          </p>
        )}
        {running && (
          <JobProgress
            label={`Progress of ${name}`}
            share={asked?.job?.progress ?? 0}
            mayCancel={asked?.job !== null}
            note={asked?.note ?? ''}
            onCancel={cancel}
          />
        )}
      </div>
    </Popover>
  )
}
