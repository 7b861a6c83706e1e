'use client'

import Link from 'next/link'
import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { Skeleton } from '@/components/ui/skeleton'
import type { LadderModel, LadderRow, LadderRung } from '@/lib/charts/ladder'
import { shorten } from '@/lib/charts/markers'

interface LadderChartProps extends ChartNotes {
  model: LadderModel
  /** Address of each move's incident, by id. */
  hrefs: Readonly<Record<string, string>>
}

const TITLE = 'Move and answer'
/** Below this width all texts stand at the right of both rails. */
const TWO_SIDED = 640
/** In pixels; where both sides have texts, as a share of the width. */
const RAILS_APART = { wide: 0.17, narrow: 54 }
const TEXT_GAP = 14
const CHAR_WIDTH = 6.6
const NODE = 4.5
const LINK_HEIGHT = 40

/** Where the rails and the texts stand, in pixels. */
interface Layout {
  xOf: Record<LadderRow['side'], number>
  textOf: (side: LadderRow['side']) => { x: number; anchor: 'start' | 'end'; chars: number }
}

function layoutOf(width: number): Layout {
  if (width >= TWO_SIDED) {
    const [left, right] = [(width * (1 - RAILS_APART.wide)) / 2, (width * (1 + RAILS_APART.wide)) / 2]
    const chars = Math.floor((left - TEXT_GAP) / CHAR_WIDTH)
    return {
      xOf: { left, right },
      textOf: (side) =>
        side === 'left'
          ? { x: left - TEXT_GAP, anchor: 'end', chars }
          : { x: right + TEXT_GAP, anchor: 'start', chars },
    }
  }
  const [left, right] = [10, 10 + RAILS_APART.narrow]
  const x = right + TEXT_GAP
  return {
    xOf: { left, right },
    textOf: () => ({ x, anchor: 'start', chars: Math.floor((width - x) / CHAR_WIDTH) }),
  }
}

/** The path of a rung: straight to the other side, bent inwards to the same one. It ends short of the node. */
function rungPath(
  { from, to }: LadderRung,
  { xOf }: Layout,
): { d: string; tip: [x: number, y: number, angle: number] } {
  const [x1, x2] = [xOf[from.side], xOf[to.side]]
  if (from.side === to.side) {
    const inward = ((xOf.right - xOf.left) / 2) * (from.side === 'left' ? 1 : -1)
    const tip: [number, number, number] = [x2 + Math.sign(inward) * (NODE + 2), to.y, inward > 0 ? 180 : 0]
    return { d: `M${x1},${from.y}C${x1 + inward},${from.y} ${x1 + inward},${to.y} ${tip[0]},${to.y}`, tip }
  }
  const angle = Math.atan2(to.y - from.y, x2 - x1)
  const [x, y] = [x2 - Math.cos(angle) * (NODE + 2), to.y - Math.sin(angle) * (NODE + 2)]
  return { d: `M${x1},${from.y}L${x},${y}`, tip: [x, y, (angle * 180) / Math.PI] }
}

function Rung({ rung, layout, href }: { rung: LadderRung; layout: Layout; href: string }) {
  const { d, tip } = rungPath(rung, layout)
  return (
    <Link href={href} prefetch={false} tabIndex={-1} aria-hidden="true">
      <path d={d} fill="none" stroke="transparent" strokeWidth={10} data-export="no" />
      <path
        d={d}
        fill="none"
        stroke="var(--ink-muted)"
        strokeWidth={1.5}
        strokeDasharray={rung.fromSource ? undefined : '5 4'}
      />
      <path
        d="M0,0L-7,-3.5V3.5Z"
        fill="var(--ink-muted)"
        transform={`translate(${tip[0]},${tip[1]}) rotate(${tip[2]})`}
      />
      <title>{rung.words}</title>
    </Link>
  )
}

function Move({ row, layout }: { row: LadderRow; layout: Layout }) {
  const { x, anchor, chars } = layout.textOf(row.side)
  return (
    <g>
      <circle cx={layout.xOf[row.side]} cy={row.y} r={NODE} fill="var(--ink)" />
      <text x={x} y={row.y - 4} textAnchor={anchor} fontSize={13} fontWeight={500} fill="var(--ink)">
        {shorten(row.title, Math.max(8, chars))}
      </text>
      <text x={x} y={row.y + 12} textAnchor={anchor} fontSize={11} fill="var(--ink-muted)">
        {shorten(row.note, Math.max(8, Math.floor(chars * 1.15)))}
      </text>
    </g>
  )
}

/** The links of the drawn moves, laid over their texts: a list for the keyboard and for those who do not see the picture. */
function MoveLinks({ rows, layout, hrefs }: { rows: LadderRow[]; layout: Layout; hrefs: LadderChartProps['hrefs'] }) {
  return (
    <ol aria-label="Moves in order of time" className="pointer-events-none absolute inset-0" data-print="hide">
      {rows.map((row) => {
        const { x, anchor } = layout.textOf(row.side)
        const place = anchor === 'end' ? { left: 0, width: x + 6 } : { left: x - 6, right: 0 }
        return (
          <li key={row.id}>
            <Link
              href={hrefs[row.id]}
              prefetch={false}
              data-row=""
              title={row.words}
              className="pointer-events-auto absolute rounded hover:bg-ink/5"
              style={{ ...place, top: row.y - LINK_HEIGHT / 2, height: LINK_HEIGHT }}
            >
              <span className="sr-only">{row.words}</span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
}

/** The coded chains as a ladder between the two capitals: a rail a side, time downwards, each answer a rung. Every move is a link. */
export function LadderChart({ model, hrefs, ...frame }: LadderChartProps) {
  const { attach, width } = useElementWidth<HTMLDivElement>()
  const layout = layoutOf(width)
  const { rows, rungs, pauses, height } = model
  const last = rows.at(-1)?.y ?? 0
  const wide = width >= TWO_SIDED
  return (
    <ChartFrame {...frame} title={TITLE} summary={model.summary} table={model.table}>
      <div ref={attach} className="relative" style={{ minHeight: height }}>
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <svg data-chart="" width={width} height={height}>
            <title>{TITLE}</title>
            <g>
              {(['left', 'right'] as const).map((side) => (
                <g key={side}>
                  <text
                    x={wide ? layout.textOf(side).x : layout.xOf.left - 8}
                    y={wide || side === 'left' ? 10 : 24}
                    textAnchor={wide ? layout.textOf(side).anchor : 'start'}
                    fontSize={12}
                    fontWeight={600}
                    fill="var(--ink)"
                  >
                    {wide ? model[side] : `${side === 'left' ? 'Left' : 'Right'}: ${model[side]}`}
                  </text>
                  <line
                    x1={layout.xOf[side]}
                    x2={layout.xOf[side]}
                    y1={wide ? 4 : 30}
                    y2={last + 14}
                    stroke="var(--line-strong)"
                    strokeWidth={2}
                  />
                </g>
              ))}
            </g>
            {rungs.map((rung) => (
              <Rung key={rung.id} rung={rung} layout={layout} href={hrefs[rung.id]} />
            ))}
            {pauses.map(({ y, words }) => (
              <text
                key={y}
                x={(layout.xOf.left + layout.xOf.right) / 2}
                y={y}
                textAnchor="middle"
                dominantBaseline="central"
                fontSize={11}
                fill="var(--ink-muted)"
                stroke="var(--ground-raised)"
                strokeWidth={4}
                paintOrder="stroke"
              >
                {words}
              </text>
            ))}
            {rows.map((row) => (
              <Move key={row.id} row={row} layout={layout} />
            ))}
          </svg>
        )}
        {width > 0 && <MoveLinks rows={rows} layout={layout} hrefs={hrefs} />}
      </div>
    </ChartFrame>
  )
}
