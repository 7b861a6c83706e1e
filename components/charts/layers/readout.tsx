import type { ReactNode, RefObject } from 'react'
import { createPortal } from 'react-dom'
import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'

const Z_OVER_ALL = 1100
const BOX_WIDTH = 248

interface ReadoutProps {
  day: number
  score: number | null
  /** The chart's box, positioned, which the words are laid over. */
  box: RefObject<HTMLElement | null>
  children: ReactNode
}

/** The point under the pointer or the keys: a rule through the plot, a ring on the line, and its figures in words beside it. */
export function Readout({ day, score, box, children }: ReadoutProps) {
  const plot = usePlotArea()
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  const x = xOf?.(day)
  if (!plot || !yOf || x === undefined || !box.current) return null
  // The keys reach weeks that the brush has cut off; those are read out alone.
  if (x < plot.x - 1 || x > plot.x + plot.width + 1) return null
  const width = box.current.clientWidth
  const left = x + 14 + BOX_WIDTH <= width ? x + 14 : Math.max(0, x - 14 - BOX_WIDTH)
  return (
    <>
      <ZIndexLayer zIndex={Z_OVER_ALL}>
        <g data-export="no" pointerEvents="none">
          <line x1={x} x2={x} y1={plot.y} y2={plot.y + plot.height} stroke="var(--ink)" strokeWidth={1} />
          {score !== null && (
            <circle cx={x} cy={yOf(score)} r={5} fill="var(--ink)" stroke="var(--ground-raised)" strokeWidth={2} />
          )}
        </g>
      </ZIndexLayer>
      {createPortal(
        <div
          aria-hidden="true"
          className="pointer-events-none absolute z-20 rounded border border-line-strong bg-raised px-3 py-2 text-xs shadow-sm"
          style={{ left, top: plot.y + 8, width: Math.min(BOX_WIDTH, width) }}
        >
          {children}
        </div>,
        box.current,
      )}
    </>
  )
}
