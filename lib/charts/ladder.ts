import type { ChartTable } from '@/lib/charts/table'
import { formatDay, isoOf } from '@/lib/core/calendar'
import { formatPlural, formatPoints, formatRung } from '@/lib/format'
import type { LadderAnswer, LadderMove } from '@/lib/patterns/views'

/** One move on its side's rail. `y` is the middle of its row, in pixels from the top. */
export interface LadderRow {
  id: string
  /** The dyad's first code moves on the left. */
  side: 'left' | 'right'
  y: number
  title: string
  /** Its day, code, how long after what it answers, and how often it was answered, in a few words. */
  note: string
  /** All of it in one sentence. */
  words: string
}

/** An answer, drawn from the move that it answers. */
export interface LadderRung {
  /** Id of the answering move. */
  id: string
  from: Pick<LadderRow, 'side' | 'y'>
  to: Pick<LadderRow, 'side' | 'y'>
  /** A source says that it is an answer; else the analyst judges so. */
  fromSource: boolean
  words: string
}

/** A stretch without a move of the ladder, between two rows. */
export interface LadderPause {
  y: number
  words: string
}

/** Coded chains between two capitals: two rails, time downwards. Plain data; rows keep the order of time, not its measure. */
export interface LadderModel {
  left: string
  right: string
  rows: LadderRow[]
  rungs: LadderRung[]
  pauses: LadderPause[]
  height: number
  summary: string
  table: ChartTable
}

const ROW_HEIGHT = 46
const PAUSE_HEIGHT = 22
const HEAD = 30
/** From so many days on a stretch without a move is said. */
const LEAST_PAUSE = 14

/** `the same day`, `1 day later`, `3 days earlier`. */
export function lagWords(days: number): string {
  if (days === 0) return 'the same day'
  return `${formatPlural(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`
}

const noteOf = ({ day, code, withheld, answers, answered }: LadderMove): string =>
  [
    formatDay(day),
    withheld ? 'yours to code' : code,
    answers && lagWords(answers.lagDays),
    answered && `answered by ${answered.moves}`,
  ]
    .filter(Boolean)
    .join(' · ')

const basisWords = ({ basis }: LadderAnswer): string =>
  basis === 'source' ? 'a source says so' : 'the analyst judges so'

const ratioWords = ({ answered }: LadderMove): string => {
  if (!answered) return ''
  const { moves, points, ratio } = answered
  const size = ratio === null ? '' : `, ${formatPoints(ratio, 1)} times its own`
  return ` Answered by ${formatPlural(moves, 'move')} of ${formatPoints(points, 1)} points${size}.`
}

interface Names {
  first: string
  second: string
}

function wordsOf(move: LadderMove, { first, second }: Names): string {
  const who = move.direction === 'forward' ? `${first} to ${second}` : `${second} to ${first}`
  const { answers } = move
  const answer = answers ? ` Answers “${answers.title}”, ${lagWords(answers.lagDays)}; ${basisWords(answers)}.` : ''
  return `${formatDay(move.day)}, ${who}: ${move.title}.${answer}${ratioWords(move)}`
}

const sideOf = ({ direction }: LadderMove): LadderRow['side'] => (direction === 'forward' ? 'left' : 'right')

function tableOf(moves: readonly LadderMove[], { first, second }: Names): ChartTable {
  return {
    caption: 'Coded answers between the two sides',
    columns: [
      { label: 'Move', format: 'text' },
      { label: 'Day', format: 'text' },
      { label: 'Who → whom', format: 'text' },
      { label: 'Answers', format: 'text' },
      { label: 'Days after', format: 'text' },
      { label: 'Rung change', format: 'text' },
      { label: 'Category', format: 'text' },
      { label: 'By', format: 'text' },
      { label: 'Answered by', format: 'text' },
      { label: 'Answering points to own', format: 'points' },
    ],
    rows: moves.map((move) => {
      const { answers, answered } = move
      const category = answers?.otherCategory == null ? null : answers.otherCategory ? 'other' : 'same'
      return [
        `${move.id} ${move.title}`,
        isoOf(move.day),
        move.direction === 'forward' ? `${first} → ${second}` : `${second} → ${first}`,
        answers ? `${answers.id} ${answers.title}` : null,
        answers ? String(answers.lagDays).replace('-', '\u2212') : null,
        answers?.rungChange == null ? null : answers.rungChange === 0 ? '0' : formatRung(answers.rungChange),
        category,
        answers && (answers.basis ?? 'analyst'),
        answered ? String(answered.moves) : null,
        answered?.ratio ?? null,
      ]
    }),
  }
}

function summaryOf(moves: readonly LadderMove[], { first, second }: Names): string {
  const answers = moves.filter((move) => move.answers !== null)
  const by = (direction: LadderMove['direction']) => answers.filter((move) => move.direction === direction).length
  return `${formatPlural(answers.length, 'coded answer')}: ${by('forward')} by ${first}, ${by('backward')} by ${second}. Each move leads to its incident.`
}

/** The model of a ladder from its moves, which must be in order of time. `names` are the two capitals' countries. */
export function ladderModel(moves: readonly LadderMove[], names: Names): LadderModel {
  const pauses: LadderPause[] = []
  const rows: LadderRow[] = []
  let top = HEAD
  for (const [index, move] of moves.entries()) {
    const days = index === 0 ? 0 : move.day - moves[index - 1].day
    if (days >= LEAST_PAUSE) {
      pauses.push({ y: top + PAUSE_HEIGHT / 2, words: `${days} days` })
      top += PAUSE_HEIGHT
    }
    const { id, title } = move
    rows.push({
      id,
      side: sideOf(move),
      y: top + ROW_HEIGHT / 2,
      title,
      note: noteOf(move),
      words: wordsOf(move, names),
    })
    top += ROW_HEIGHT
  }
  const placeOf = new Map(rows.map((row) => [row.id, row]))
  const rungs = moves.flatMap(({ id, title, answers }): LadderRung[] => {
    const [from, to] = [answers && placeOf.get(answers.id), placeOf.get(id)]
    if (!answers || !from || !to) return []
    const words = `“${title}” answers “${answers.title}”, ${lagWords(answers.lagDays)}`
    const place = ({ side, y }: LadderRow) => ({ side, y })
    return [{ id, from: place(from), to: place(to), fromSource: answers.basis === 'source', words }]
  })
  return {
    left: `${names.first} acts`,
    right: `${names.second} acts`,
    rows,
    rungs,
    pauses,
    height: top + 4,
    summary: summaryOf(moves, names),
    table: tableOf(moves, names),
  }
}
