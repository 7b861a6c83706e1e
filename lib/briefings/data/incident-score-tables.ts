import type { BriefingData } from '@/lib/briefings/figures/briefing-data'
import { isoOf } from '@/lib/core/calendar'
import type { Measure } from '@/lib/core/measures'
import type { ChainLink } from '@/lib/core/reciprocity'
import type { TermPart } from '@/lib/weeks/changes'
import { dyadColumn } from './of-dyad'
import { type Column, type DataTable, tableOf } from './table'

interface ContributionRow {
  dyad: string
  id: string
  lastDay: number
  points: number
  contribution: number
  ofWeek: TermPart | undefined
  ofPeriod: TermPart | undefined
}

const SCORE = 'score −100…100'
const byId = <Item extends { id: string }>(items: readonly Item[]) => new Map(items.map((item) => [item.id, item]))

/** What each incident adds to the last day told of and to the changes up to it, the largest parts first. */
export function contributionTable({ dyads }: BriefingData): DataTable {
  const rows = dyads.flatMap(({ dyadId, contributions, incidents, ofWeek, ofPeriod, lastDay }): ContributionRow[] => {
    const [now, week, period] = [byId(contributions), byId(ofWeek.parts), byId(ofPeriod.parts)]
    const rest = incidents.filter(({ id }) => !now.has(id) && (week.has(id) || period.has(id)))
    return [...contributions, ...rest.map(({ id }) => ({ id, points: 0, contribution: 0 }))].map((one) => {
      return { dyad: dyadId, lastDay, ...one, ofWeek: week.get(one.id), ofPeriod: period.get(one.id) }
    })
  })
  const number = (name: string, unit: string, description: string, value: (row: ContributionRow) => number) =>
    ({ name, type: 'number', unit, description, value }) satisfies Column<ContributionRow>
  return tableOf<ContributionRow>({
    name: 'contributions',
    title: 'Contributions of incidents',
    description:
      'What each incident adds to the score of the last day told of, and its part of the change over the last week and over the whole period. Parts add up (SCORING.md 2.3, 2.15).',
    primaryKey: ['dyad', 'incident'],
    rows,
    columns: [
      dyadColumn(),
      { name: 'incident', type: 'string', description: 'Id of the incident.', value: ({ id }) => id },
      { name: 'day', type: 'date', description: 'The last day told of.', value: ({ lastDay }) => isoOf(lastDay) },
      number('points', 'points', 'Its points on that day.', ({ points }) => points),
      number('contribution', SCORE, 'Its part of the score of that day.', ({ contribution }) => contribution),
      number('week_change', SCORE, 'Its part of the change over the last week.', ({ ofWeek }) => ofWeek?.change ?? 0),
      number(
        'period_change',
        SCORE,
        'Its part of the change over the whole period told of.',
        ({ ofPeriod }) => ofPeriod?.change ?? 0,
      ),
      {
        name: 'fresh',
        type: 'boolean',
        description: 'It began within the period told of.',
        value: ({ ofPeriod }) => ofPeriod?.fresh ?? false,
      },
    ],
  })
}

interface MeasureRow extends Measure {
  dyad: string
}

/** The measures that stood on the last day told of, and those that had ended. */
export function measureTable({ dyads }: BriefingData): DataTable {
  return tableOf<MeasureRow>({
    name: 'measures',
    title: 'Measures',
    description: 'Measures of either side up to the last day told of: which stand, since when, and who can end them.',
    primaryKey: ['dyad', 'incident'],
    rows: dyads.flatMap(({ dyadId, measures }) => measures.map((measure) => ({ dyad: dyadId, ...measure }))),
    columns: [
      dyadColumn(),
      {
        name: 'incident',
        type: 'string',
        description: 'Id of the incident that began it.',
        value: ({ incidentId }) => incidentId,
      },
      { name: 'kind', type: 'string', description: 'What kind of measure it is.', value: ({ kind }) => kind },
      { name: 'phrase', type: 'string', description: 'The kind in words.', value: ({ phrase }) => phrase },
      {
        name: 'only_where',
        type: 'string',
        description: 'What of the act is the measure, where not all of it is.',
        value: ({ onlyWhere }) => onlyWhere,
      },
      { name: 'actor', type: 'string', description: 'Who began it.', value: ({ actor }) => actor },
      { name: 'target', type: 'string', description: 'Whom it is against.', value: ({ target }) => target },
      { name: 'since', type: 'date', description: 'Its first day.', value: ({ sinceDay }) => isoOf(sinceDay) },
      {
        name: 'age',
        type: 'integer',
        unit: 'days',
        description: 'Days from its beginning to the last day told of, or to its end.',
        value: ({ ageDays }) => ageDays,
      },
      {
        name: 'eased_by',
        type: 'string',
        description: 'Ids of the answers that eased it, with a space between.',
        value: ({ easedBy }) => easedBy.join(' '),
      },
      {
        name: 'ended_by',
        type: 'string',
        description: 'Id of the answer that ended it.',
        value: ({ endedBy }) => endedBy,
      },
      {
        name: 'ended',
        type: 'date',
        description: 'The day of that answer, or its own last day.',
        value: ({ endedDay }) => (endedDay === null ? null : isoOf(endedDay)),
      },
      {
        name: 'ending',
        type: 'string',
        description: 'reversed: taken back by its own side; expired: by its own last day.',
        value: ({ ending }) => ending,
      },
      { name: 'can_end', type: 'string', description: 'Which organ can end it.', value: ({ canEnd }) => canEnd.organ },
      { name: 'title', type: 'string', description: 'Title of the incident.', value: ({ title }) => title },
    ],
  })
}

interface AnswerRow extends ChainLink {
  dyad: string
}

/** The latest coded answers. */
export function answerTable({ dyads }: BriefingData): DataTable {
  return tableOf<AnswerRow>({
    name: 'answers',
    title: 'Answers',
    description: 'The latest incidents that are coded as answers to others.',
    primaryKey: ['dyad', 'answer'],
    rows: dyads.flatMap(({ dyadId, answers }) => answers.map((answer) => ({ dyad: dyadId, ...answer }))),
    columns: [
      dyadColumn(),
      {
        name: 'answer',
        type: 'string',
        description: 'Id of the answering incident.',
        value: ({ response }) => response,
      },
      { name: 'to', type: 'string', description: 'Id of the one that it answers.', value: ({ trigger }) => trigger },
      {
        name: 'basis',
        type: 'string',
        description: 'Who says so: a source, or the analyst.',
        value: ({ basis }) => basis,
      },
      {
        name: 'lag',
        type: 'integer',
        unit: 'days',
        description: 'Days between them.',
        value: ({ lagDays }) => lagDays,
      },
      {
        name: 'rung_change',
        type: 'integer',
        unit: 'rungs',
        description: 'Rung of the answer less that of the other.',
        value: ({ rungChange }) => rungChange,
      },
      {
        name: 'cross_category',
        type: 'boolean',
        description: 'They are of different categories.',
        value: ({ crossCategory }) => crossCategory,
      },
      {
        name: 'other_side',
        type: 'boolean',
        description: 'The other side answered; false where a side answers one of its own acts.',
        value: ({ reversedDirection }) => reversedDirection,
      },
    ],
  })
}
