import Link from 'next/link'
import { briefingPath } from '@/components/briefings/briefing-words'
import { exactValue, figureName } from '@/components/briefings/figure-words'
import { incidentPath } from '@/components/incidents/incident-path'
import type { BriefingView, ChangeNote, FigureChange } from '@/lib/briefings/views'
import { formatPlural } from '@/lib/format'

/** Figures that are shown before the rest is folded away. */
const SHOWN = 12

/** A figure's value as a reader takes it in; the package has it to the last digit. */
function shortValue(value: FigureChange['before']): string {
  if (typeof value !== 'number') return exactValue({ value, unit: 'word' })
  return exactValue({ value: Number(value.toFixed(2)), unit: 'count' })
}

function FigureRows({ figures }: { figures: readonly FigureChange[] }) {
  return (
    <ul className="space-y-1">
      {figures.map(({ id, before, after }) => (
        <li key={id} className="break-words">
          {figureName(id)}: <span className="tabular-nums">{shortValue(before)}</span> →{' '}
          <span className="font-medium tabular-nums">{shortValue(after)}</span>
        </li>
      ))}
    </ul>
  )
}

function Incidents({ words, keys }: { words: string; keys: readonly string[] }) {
  if (keys.length === 0) return null
  return (
    <p>
      {words}:{' '}
      {keys.map((key, index) => {
        const slash = key.indexOf('/')
        const incident = { dyadId: key.slice(0, slash), id: key.slice(slash + 1) }
        return (
          <span key={key}>
            {index > 0 && ', '}
            <Link href={incidentPath(incident)} className="link" prefetch={false}>
              {incident.id}
            </Link>
          </span>
        )
      })}
    </p>
  )
}

/** That the record was read later stands among the facts of both. */
const MOMENTS: readonly string[] = ['briefing.asOf', 'briefing.time']

function Changes({ figures: all, added, changed, retracted, methods }: ChangeNote) {
  const figures = all.filter(({ id }) => !MOMENTS.includes(id))
  const nothing = figures.length + added.length + changed.length + retracted.length + methods.length === 0
  if (nothing) return <p>No figure and no incident is another one: only words changed.</p>
  return (
    <div className="space-y-2">
      <Incidents words="New incidents" keys={added} />
      <Incidents words="Changed incidents" keys={changed} />
      <Incidents words="Incidents that count no more" keys={retracted} />
      {methods.map(({ dyadId, before, after }) => (
        <p key={dyadId}>
          Method of {dyadId}: {before} → {after}
        </p>
      ))}
      {figures.length > 0 && <FigureRows figures={figures.slice(0, SHOWN)} />}
      {figures.length > SHOWN && (
        <details>
          <summary className="link w-fit text-xs">{formatPlural(figures.length - SHOWN, 'more figure')}</summary>
          <FigureRows figures={figures.slice(SHOWN)} />
        </details>
      )}
    </div>
  )
}

/** What a briefing replaced and why, with what changed by the rules. */
export function ChangeNoteSection({
  supersedes,
  changes,
  reason,
}: Pick<BriefingView, 'supersedes' | 'changes' | 'reason'>) {
  if (supersedes === null) return null
  return (
    <div className="space-y-2 text-sm">
      <p>
        It replaces{' '}
        <Link href={briefingPath(supersedes)} className="link">
          briefing {supersedes}
        </Link>
        {reason !== '' && <>: “{reason}”</>}
      </p>
      {changes && <Changes {...changes} />}
    </div>
  )
}
