import Link from 'next/link'
import { incidentPath } from '@/components/incidents/incident-path'
import { CategoryMark } from '@/components/ui/category-mark'
import { classes } from '@/components/ui/classes'
import { Direction } from '@/components/ui/direction'
import { CREDIBILITY_GRADES, RELIABILITY_GRADES } from '@/lib/core/codebook'
import { countryName } from '@/lib/countries'
import type { IncidentRow } from '@/lib/incidents/views'

/** Who acts on whom; of context, its actor and that it is context. */
export function Who({ row, short }: { row: IncidentRow; short?: boolean }) {
  if (row.kind === 'incident')
    return <Direction actor={row.actor} target={row.target} mutual={row.mutual} short={short} />
  const actor = short ? row.actor : countryName(row.actor)
  return (
    <span>
      {actor} <span className="text-muted">· context on {row.dyadId}</span>
    </span>
  )
}

/** The title as the way to the incident; struck where it is retracted. */
export function TitleLink({ row, className }: { row: IncidentRow; className?: string }) {
  const retracted = row.status === 'retracted'
  return (
    <Link
      href={incidentPath(row)}
      className={classes('font-medium hover:underline', retracted && 'line-through', className)}
    >
      {row.title}
    </Link>
  )
}

/** The indicator with its category's swatch; not of what the viewer is to code. */
export function CodeMark({ row }: { row: IncidentRow }) {
  if (row.withheld) return <span className="text-muted">yours to code</span>
  if (row.code === null || row.category === null) return <span className="text-muted">–</span>
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap tabular-nums">
      <CategoryMark category={row.category} bare />
      {row.code}
    </span>
  )
}

/** `B2`, with its words on hover and for screen readers. */
export function Grade({ row }: { row: Pick<IncidentRow, 'reliability' | 'credibility'> }) {
  const words = gradeWords(row)
  return (
    <abbr title={words} className="no-underline">
      {row.reliability}
      {row.credibility}
    </abbr>
  )
}

/** The words of a grade: of the source, then of the information. */
export function gradeWords({ reliability, credibility }: Pick<IncidentRow, 'reliability' | 'credibility'>): string {
  const source = RELIABILITY_GRADES.find(({ grade }) => grade === reliability)?.label ?? ''
  const information = CREDIBILITY_GRADES.find(({ grade }) => grade === credibility)?.label ?? ''
  return `${source}; ${information.toLowerCase()}`
}

/** Full points; a dash where an incident does not count, or the viewer is to code it. */
export function Points({ row }: { row: IncidentRow }) {
  const counts = row.status === 'approved' && row.kind === 'incident' && !row.withheld
  return counts ? row.points.toFixed(2).replace('-', '\u2212') : <span className="text-muted">–</span>
}
