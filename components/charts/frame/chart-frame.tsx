'use client'

import { type ReactNode, useId, useRef, useState } from 'react'
import { ChartTable } from '@/components/charts/frame/chart-table'
import { pngOf, saveBlob } from '@/components/charts/frame/download'
import { type PictureText, standaloneSvg } from '@/components/charts/frame/export-svg'
import { Button } from '@/components/ui/button'
import { csvOf } from '@/lib/charts/csv'
import type { ChartTable as TableModel } from '@/lib/charts/table'

/** What is said around a chart by whoever shows it. */
export interface ChartNotes {
  /** What the chart says, in one line. */
  reading: string
  /** Whom it is about, for a picture that leaves the page. */
  subject: string
  /** Where it comes from, as its picture and its footer say. */
  source: string
  /** Names the downloaded files, without an ending. */
  fileName: string
}

interface ChartFrameProps extends ChartNotes {
  title: string
  /** The chart in words, for those who do not see it. */
  summary: string
  table: TableModel
  legend?: PictureText['legend']
  /** Controls of the chart beside its title. */
  controls?: ReactNode
  children: ReactNode
}

const CHART = 'svg[data-chart], .recharts-wrapper > svg'

/** What every chart has: title, reading, text for screen readers, the data as a table, and downloads as PNG, SVG and CSV. */
export function ChartFrame({ legend = [], controls, children, ...props }: ChartFrameProps) {
  const { title, reading, summary, table, subject, source, fileName } = props
  const id = useId()
  const body = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const [failure, setFailure] = useState('')
  const picture = () => {
    const chart = body.current?.querySelector<SVGSVGElement>(CHART)
    if (!chart) throw new Error('The chart is not drawn yet')
    return standaloneSvg(chart, { title: `${subject}: ${title}`, reading, source, legend })
  }
  const save = async (make: () => Promise<Blob> | Blob, ending: string) => {
    try {
      setFailure('')
      saveBlob(await make(), `${fileName}.${ending}`)
    } catch (error) {
      setFailure(error instanceof Error ? `No picture: ${error.message}.` : 'No picture could be made.')
    }
  }
  const saves = [
    { ending: 'png', make: () => pngOf(picture()), needsChart: true },
    { ending: 'svg', make: () => new Blob([picture().markup], { type: 'image/svg+xml' }), needsChart: true },
    { ending: 'csv', make: () => new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }), needsChart: false },
  ].filter(({ needsChart }) => !(needsChart && asTable))
  return (
    <figure aria-labelledby={`${id}-title`} aria-describedby={`${id}-summary`} className="flex h-full min-w-0 flex-col">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 pt-3">
        <figcaption className="min-w-0">
          <h2 id={`${id}-title`} className="text-base font-semibold">
            {title}
          </h2>
          <p className="text-sm text-muted">{reading}</p>
        </figcaption>
        {controls}
      </div>
      <p id={`${id}-summary`} className="sr-only">
        {summary}
      </p>
      <div ref={body} className="min-w-0 flex-1 px-4 pt-3 pb-2">
        {asTable ? <ChartTable table={table} /> : children}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-t px-4 py-1">
        <p className="py-1 text-2xs text-faint">{source}</p>
        <div className="-mx-2 flex" data-print="hide">
          <Button variant="quiet" size="sm" onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Chart' : 'Table'}
            <span className="sr-only"> of {title}</span>
          </Button>
          {saves.map(({ ending, make }) => (
            <Button key={ending} variant="quiet" size="sm" className="uppercase" onClick={() => save(make, ending)}>
              <span className="sr-only">Download {title} as </span>
              {ending}
            </Button>
          ))}
        </div>
        {failure !== '' && (
          <p role="alert" className="basis-full pb-1 text-xs text-danger">
            {failure}
          </p>
        )}
      </div>
    </figure>
  )
}
