import type { IncidentInput } from '@/lib/incidents/schema'

/** What is done to an incident later on. Days before the end of the story. */
export type Change =
  | { daysAgo: number; correct: Partial<IncidentInput>; reason: string }
  | { daysAgo: number; retract: string }

/** An incident of the story: when it happened, when it was logged, and what became of it. Days before the end. */
export interface Told {
  happened: number
  /** Logged in the forenoon and approved in the afternoon of this day. */
  logged: number
  /** The dyad’s first country or its second. */
  from: 'first' | 'second'
  code: string
  title: string
  reliability: 'A' | 'B' | 'C' | 'D'
  credibility: 1 | 2 | 3
  /** Where it stands if nobody approved it. */
  left?: 'draft' | 'in_review' | 'returned'
  lasts?: number
  changes?: Change[]
}

const told = (
  [happened, logged]: [number, number],
  from: Told['from'],
  code: string,
  title: string,
  [reliability, credibility]: [Told['reliability'], Told['credibility']],
  more: Pick<Told, 'left' | 'lasts' | 'changes'> = {},
): Told => ({ happened, logged, from, code, title, reliability, credibility, ...more })

/**
 * Fourteen months between two neighbours, made up for the tests: most is logged within days; some is logged months late, some
 * is corrected, two are retracted, and four wait for somebody at the end.
 */
export const STORY: readonly Told[] = [
  told([426, 424], 'second', 'DIP+1', 'Criticism of a speech in the other capital', ['B', 2]),
  told([421, 419], 'first', 'DIP+2', 'Note handed over on the border marking', ['B', 1]),
  told([409, 402], 'second', 'SEC+2', 'Exercise announced near the border', ['B', 1], { lasts: 6 }),
  told([398, 212], 'second', 'SEC+4', 'Shepherd killed near a border post, circumstances open', ['C', 2]),
  told([391, 390], 'first', 'MED+1', 'State television calls the exercise a rehearsal', ['C', 2]),
  told([377, 376], 'first', 'ECO+2', 'Transit licences of a haulage firm not renewed', ['B', 2], {
    changes: [
      {
        daysAgo: 301,
        correct: { code: 'ECO+3' },
        reason: 'The ministry’s list covers the whole sector, not one firm.',
      },
    ],
  }),
  told([362, 360], 'second', 'LEG+3', 'Charges against a company over a mine', ['B', 1]),
  told([350, 349], 'first', 'DIP-2', 'Call between the foreign ministers', ['A', 1]),
  told([341, 340], 'second', 'CUL+2', 'Concert of the neighbour’s ensemble called off', ['C', 3], {
    changes: [{ daysAgo: 255, retract: 'The organiser cancelled over illness; no authority was involved.' }],
  }),
  told([327, 326], 'second', 'SEC+3', 'Two soldiers hurt by fire at a post', ['B', 2], {
    changes: [
      {
        daysAgo: 190,
        correct: { code: 'SEC+4' },
        reason: 'One of the two died in hospital; both sides confirm it.',
      },
    ],
  }),
  told([325, 324], 'first', 'DIP+2', 'Protest against the fire', ['B', 1]),
  told([312, 311], 'first', 'PPL+3', 'Two drivers held at the crossing', ['B', 2]),
  told([299, 297], 'second', 'PPL+3', 'Three villagers held after straying over the line', ['C', 2], {
    changes: [
      {
        daysAgo: 170,
        correct: { sources: [source('A')], credibility: 1 },
        reason: 'The Red Cross statement names them; grade raised.',
      },
    ],
  }),
  told([285, 284], 'first', 'PPL-3', 'The two drivers go home', ['B', 1]),
  told([271, 95], 'first', 'CYB+3', 'Pages of a customs service down for a day', ['C', 2]),
  told([262, 255], 'second', 'MED+3', 'A week of programmes against the border talks', ['C', 2], { lasts: 6 }),
  told([248, 247], 'second', 'DIP+3', 'Border commission left without its other half', ['B', 1]),
  told([233, 232], 'first', 'LEG+2', 'Court finds against a ministry over the mine', ['B', 1]),
  told([217, 216], 'second', 'SEC+2', 'Drones over a border village', ['D', 3], {
    changes: [{ daysAgo: 120, retract: 'The pictures are from another year and another place.' }],
  }),
  told([205, 204], 'first', 'ECO+2', 'Checks hold lorries for days', ['B', 2]),
  told([188, 186], 'second', 'DIP+4', 'Liaison office in the border town closed', ['B', 1]),
  told([186, 185], 'first', 'DIP+2', 'Protest against the closing', ['B', 1]),
  told([171, 60], 'second', 'SEC+5', 'Ambush on a supply lorry, two dead', ['B', 2]),
  told([160, 159], 'first', 'SEC+3', 'Reservists called up in two districts', ['B', 1]),
  told([142, 141], 'second', 'ECO+3', 'Transit of fuel stopped', ['B', 1], {
    changes: [
      {
        daysAgo: 74,
        correct: { date: '', datePrecision: 'day' },
        reason: 'The order came into force two weeks earlier than first reported.',
      },
    ],
  }),
  told([118, 117], 'first', 'SEC-2', 'Hotline between the staffs in use again', ['A', 1]),
  told([103, 102], 'second', 'PPL-4', 'Eleven detained people handed over', ['A', 1]),
  told([84, 83], 'second', 'DIP-3', 'The border commission meets again', ['B', 1]),
  told([61, 60], 'first', 'ECO-2', 'Checks of lorries back to a spot check', ['B', 2]),
  told([44, 43], 'second', 'MED+2', 'Official line attacks the talks', ['C', 2]),
  told([30, 29], 'first', 'LEG+3', 'New charges over the mine', ['B', 1]),
  told([19, 14], 'second', 'SEC+2', 'Exercise near the border', ['B', 1], { lasts: 4 }),
  told([12, 11], 'first', 'DIP+2', 'Protest against the exercise', ['B', 1]),
  told([9, 8], 'second', 'CYB+4', 'Intrusion into a ministry’s mail', ['C', 2], { left: 'in_review' }),
  told([7, 6], 'first', 'PPL+3', 'A hiker held at the line', ['C', 3], { left: 'returned' }),
  told([5, 4], 'second', 'DIP+3', 'Talks of the deputies put off', ['B', 2], { left: 'in_review' }),
  told([3, 2], 'first', 'MED+1', 'A commentary on the talks', ['D', 3], { left: 'draft' }),
]

/** The corrected incident that happened earlier than first said: by how many days. */
export const EARLIER_BY = 14

/** Weeks before the end that nobody attested as checked. */
export const UNCHECKED_WEEKS: readonly number[] = [33, 34, 35, 20, 21]

function source(reliability: Told['reliability']): IncidentInput['sources'][number] {
  return { outlet: 'Border Monitor', date: '', url: '', quote: '', reliability }
}

/** The one source of an incident of the story. */
export const sourceOf = ({ reliability }: Pick<Told, 'reliability'>) => source(reliability)
