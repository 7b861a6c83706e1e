import { LadderChart } from '@/components/charts/ladder-chart'
import { chartNotes } from '@/components/dyads/dyad-words'
import { incidentPath } from '@/components/incidents/incident-path'
import { AnswerTable, TransitionTable } from '@/components/patterns/answer-table'
import { answerSentence, grangerSentences, type Sides, tooFewWords } from '@/components/patterns/reciprocity-words'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ladderModel } from '@/lib/charts/ladder'
import { formatDayRange } from '@/lib/core/calendar'
import { MOVE_DIRECTIONS } from '@/lib/core/reciprocity'
import { countryName } from '@/lib/countries'
import type { DyadView } from '@/lib/dyads/views'
import { formatPlural } from '@/lib/format'
import type { ReciprocityView } from '@/lib/patterns/views'

interface ReciprocitySectionProps {
  view: DyadView
  reciprocity: Promise<ReciprocityView>
}

function ladderReading({ drawnAnswers, allAnswers, standAlone }: ReciprocityView): string {
  const drawn =
    drawnAnswers < allAnswers
      ? `The ${drawnAnswers} latest of ${allAnswers} coded answers; the JSON below has all`
      : formatPlural(allAnswers, 'coded answer')
  const alone = standAlone === 0 ? '' : ` ${formatPlural(standAlone, 'move stands', 'moves stand')} alone and not here.`
  return `${drawn}. Solid: a source says that it is one; dashed: the analyst judges so.${alone}`
}

function Ladder({ view, reciprocity, sides }: { view: DyadView; reciprocity: ReciprocityView; sides: Sides }) {
  const { ladder } = reciprocity
  if (ladder.length === 0) {
    return (
      <EmptyState title="No incident of this record is coded as an answer to another.">
        <p>
          Whoever logs an incident can name the one that it answers, and whether a source says so. From such answers the
          ladder of moves is drawn.
        </p>
      </EmptyState>
    )
  }
  return (
    <div data-card="" className="rounded border bg-raised">
      <LadderChart
        model={ladderModel(ladder, sides)}
        hrefs={Object.fromEntries(ladder.map((move) => [move.id, incidentPath(move)]))}
        reading={ladderReading(reciprocity)}
        {...chartNotes(view, 'move-and-answer')}
      />
    </div>
  )
}

/** Answers against chance, in numbers and then in words. */
function AgainstChance({ reciprocity, sides }: { reciprocity: ReciprocityView; sides: Sides }) {
  const { span, uncheckedWeeks, windowDays, granger } = reciprocity
  if (!span) return null
  const tooFew = tooFewWords(reciprocity, sides)
  const sentences = MOVE_DIRECTIONS.map((direction) => answerSentence(reciprocity, direction, sides))
  const unchecked =
    uncheckedWeeks === 0
      ? ''
      : ` ${formatPlural(uncheckedWeeks, 'week', 'weeks')} of it ${uncheckedWeeks === 1 ? 'was' : 'were'} not checked and ${uncheckedWeeks === 1 ? 'counts' : 'count'} as without moves.`
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-[3fr_2fr]">
      <Card
        id="against-chance"
        title="Answers against chance"
        lead={`Any later move within ${windowDays} days, coded as an answer or not, ${formatDayRange(span.firstDay, span.lastDay)}.${unchecked}`}
        padded={false}
      >
        <AnswerTable view={reciprocity} sides={sides} />
        <div className="grid gap-2 border-t px-4 py-3 text-sm">
          {tooFew && <p className="font-semibold">{tooFew}</p>}
          {sentences.map((sentence) => sentence && <p key={sentence}>{sentence}</p>)}
          {!tooFew && (
            <p className="text-muted">
              Shuffling moves one side’s dates all together, so that its bursts stay bursts. It cannot rule out a third
              cause that moves both sides in the same weeks.
            </p>
          )}
        </div>
      </Card>
      <Card id="moves-next" title="Who moves next" lead="Neighbouring moves in order of date" padded={false}>
        <TransitionTable view={reciprocity} sides={sides} />
        <div className="grid gap-2 border-t px-4 py-3 text-sm text-muted">
          {grangerSentences(granger, sides).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </Card>
    </div>
  )
}

/** Who answers whom: the coded chains as a ladder, and answers against chance. */
export async function ReciprocitySection({ view, reciprocity: awaited }: ReciprocitySectionProps) {
  const reciprocity = await awaited
  const sides = { first: countryName(view.first), second: countryName(view.second) }
  return (
    <div className="grid grid-cols-1 gap-6">
      <Ladder view={view} reciprocity={reciprocity} sides={sides} />
      <AgainstChance reciprocity={reciprocity} sides={sides} />
    </div>
  )
}
