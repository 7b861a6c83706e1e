import Link from 'next/link'
import type { ReactNode } from 'react'
import { indicatorPath } from '@/components/codebook/indicator-path'
import { dyadWeekPath } from '@/components/dyads/dyad-address'
import { partText } from '@/components/incidents/part-text'
import { gradeWords } from '@/components/incidents/row-parts'
import { Card } from '@/components/ui/card'
import { CategoryMark } from '@/components/ui/category-mark'
import { weekIdOf, weekStartOf } from '@/lib/core/calendar'
import { CONFIDENCE_MEANINGS, indicatorOf } from '@/lib/core/codebook'
import { type MethodParameters, pointsOfRung, verificationOf } from '@/lib/core/scoring'
import { formatPercent, formatPoints } from '@/lib/format'
import type { IncidentView } from '@/lib/incidents/views'

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-b py-2.5 last:border-b-0 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-xs text-muted sm:pt-0.5">{term}</dt>
      <dd className="min-w-0 text-sm">{children}</dd>
    </div>
  )
}

function Code({ incident }: { incident: IncidentView }) {
  const indicator = incident.code === null ? undefined : indicatorOf(incident.code)
  if (!indicator) return <span className="text-muted">none</span>
  return (
    <>
      <Link className="link font-medium" href={indicatorPath(indicator.code)}>
        {indicator.code} {indicator.label}
      </Link>{' '}
      <span className="ml-1 text-muted">
        <CategoryMark category={indicator.category} />
      </span>
      <p className="mt-0.5 text-muted">{indicator.anchor}</p>
    </>
  )
}

/** The sum: what a confirmed act of this rung gives, times how far it is verified. */
function PointsOf({ incident, parameters }: { incident: IncidentView; parameters: MethodParameters }) {
  const { category, rung, kind, status, points } = incident
  if (kind === 'context' || category === null || rung === null) return 'Drawn on the chart, not scored.'
  const verification = verificationOf(incident.reliability, incident.credibility, parameters)
  const full = pointsOfRung(rung, category, parameters)
  return (
    <>
      <span className="tabular-nums">
        {formatPoints(full)} for the rung × {formatPercent(verification)} verified ={' '}
        <strong className="font-semibold">{formatPoints(full * verification)}</strong> when fresh
      </span>
      <span className="text-muted">
        , then fading by half every {parameters.halfLife[incident.persistence ?? 'short']} days.
        {status !== 'approved' && ` As it is ${status}, it adds ${formatPoints(points)}.`}
      </span>
    </>
  )
}

/** What an incident says and what it counts. */
export function IncidentFacts({ incident, parameters }: { incident: IncidentView; parameters: MethodParameters }) {
  const { input, dyadId, startDay, confidence } = incident
  const weekStart = weekStartOf(startDay)
  return (
    <Card>
      {input.summary && <p className="mb-3 max-w-prose text-base whitespace-pre-line">{input.summary}</p>}
      <dl>
        <Fact term="When">
          {partText(input, 'when')} ·{' '}
          <Link className="link" href={dyadWeekPath(dyadId, weekStart)}>
            {weekIdOf(weekStart)} on the dyad’s page
          </Link>
          {input.dateBasis && <p className="text-muted">Basis of the date: {input.dateBasis}</p>}
        </Fact>
        <Fact term="Indicator">
          <Code incident={incident} />
        </Fact>
        <Fact term="Confidence">
          {confidence}: <span className="text-muted">{CONFIDENCE_MEANINGS[confidence]}</span>
        </Fact>
        <Fact term="Grade">
          <strong className="font-semibold">
            {incident.reliability}
            {incident.credibility}
          </strong>{' '}
          <span className="text-muted">
            {gradeWords(incident)} → v ={' '}
            {verificationOf(incident.reliability, incident.credibility, parameters).toFixed(2)}
          </span>
        </Fact>
        <Fact term="Points">
          <PointsOf incident={incident} parameters={parameters} />
        </Fact>
        {input.actorType && <Fact term="Kind of actor">{input.actorType}</Fact>}
        {input.location && <Fact term="Place">{input.location}</Fact>}
        {input.tags.length > 0 && <Fact term="Tags">{input.tags.join(', ')}</Fact>}
        {input.note && (
          <Fact term="Note">
            <p className="max-w-prose whitespace-pre-line">{input.note}</p>
          </Fact>
        )}
      </dl>
    </Card>
  )
}
