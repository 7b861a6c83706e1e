import { type CompareSource, compareModel, compareTicks, sharedDomain } from '@/lib/charts/compare'
import { type LineWeek, peakOf, weekNumberOf, weekStartOfNumber } from '@/lib/charts/compare-align'
import { strokeOf, uncheckedOf } from '@/lib/charts/compare-strokes'
import { closeTable, leadSentence, rankTable, rowSentence } from '@/lib/charts/compare-words'
import { placeLabels } from '@/lib/charts/end-labels'
import { ranksOf } from '@/lib/charts/ranks'
import { dayOf, weekIdOf, weekStartFromId } from '@/lib/core/calendar'
import { bandsOf, DEFAULT_PARAMETERS } from '@/lib/core/scoring'

const FIRST = weekStartFromId('2025-W01')
const bands = bandsOf(DEFAULT_PARAMETERS)

/** A line from 2025-W01 on: null is a week that nobody checked; `running` makes the last week the one in progress. */
function line(dyadId: string, closes: (number | null)[], { from = FIRST, running = false } = {}): CompareSource {
  const weeks = closes.map(
    (close, index): LineWeek => ({
      weekStart: from + 7 * index,
      close: close ?? 1,
      coverage: close === null ? 'not_checked' : 'checked',
      inProgress: running && index === closes.length - 1,
    }),
  )
  return { dyadId, name: dyadId, weeks, bands, methodId: '0.1' }
}

const closesOf = (model: ReturnType<typeof compareModel>, index: number) =>
  model.rows.map(({ label, cells }) => `${label} ${cells[index].close ?? cells[index].state}`)

describe('ranks', () => {
  test('the highest is first; those that are displayed alike share a place, and the next one is left out', () => {
    expect(ranksOf([20, 40.04, 39.96, 10])).toEqual([3, 1, 1, 4])
  })
  test('what is not known has no place and takes none', () => {
    expect(ranksOf([null, 5, 7])).toEqual([null, 2, 1])
  })
  test('one alone is not ranked', () => {
    expect(ranksOf([null, 5, null])).toEqual([null, null, null])
    expect(ranksOf([])).toEqual([])
  })
})

describe('counted weeks', () => {
  test('follow each other across the years, and lead back to their Monday', () => {
    const [last, first] = [weekStartFromId('2026-W53'), weekStartFromId('2027-W01')]
    expect(weekNumberOf(first)).toBe(weekNumberOf(last) + 1)
    expect(weekNumberOf(first + 6)).toBe(weekNumberOf(first))
    expect(weekStartOfNumber(weekNumberOf(first))).toBe(first)
    expect(weekNumberOf(dayOf('1970-01-01'))).toBe(0)
  })
})

describe('by the calendar', () => {
  test('the same week stands in one row, and a week without a record says so', () => {
    const model = compareModel(
      [line('A', [1, 2, 3]), line('B', [5, 6], { from: FIRST + 7 })],
      { by: 'calendar' },
      'all',
    )
    expect(closesOf(model, 0)).toEqual(['2025-W01 1', '2025-W02 2', '2025-W03 3'])
    expect(closesOf(model, 1)).toEqual(['2025-W01 none', '2025-W02 5', '2025-W03 6'])
  })
  test('a range ends at the last covered week of any line, with at most three unchecked ones after it', () => {
    const long = line('A', [...Array.from({ length: 60 }, (_, index) => index), ...Array(20).fill(null)])
    const model = compareModel([long], { by: 'calendar' }, '26')
    expect(model.rows).toHaveLength(29)
    expect(model.rows[25].cells[0].close).toBe(59)
    expect(model.rows[26].cells[0].state).toBe('not_checked')
  })
  test('without a covered week there is nothing to show', () => {
    expect(compareModel([line('A', [null, null])], { by: 'calendar' }, '52').rows).toEqual([])
    expect(compareModel([], { by: 'calendar' }, '52').rows).toEqual([])
  })
})

describe('by the peak', () => {
  test('the peak is the highest finished covered week, the first of those that are displayed alike', () => {
    expect(peakOf(line('A', [3, 9.96, 10.04, 2]).weeks)).toBe(FIRST + 7)
    expect(peakOf(line('A', [3, null, 99], { running: true }).weeks)).toBe(FIRST)
    expect(peakOf(line('A', [null]).weeks)).toBeNull()
  })
  test('week 0 of each line is its own peak', () => {
    const model = compareModel([line('A', [1, 9, 3]), line('B', [4, 5, 6, 7])], { by: 'peak' }, '52')
    expect(closesOf(model, 0)).toEqual(['−3 none', '−2 none', '−1 1', '0 9', '+1 3'])
    expect(closesOf(model, 1)).toEqual(['−3 4', '−2 5', '−1 6', '0 7', '+1 none'])
    expect(model.rows[3].cells.map(({ weekStart }) => weekIdOf(weekStart ?? 0))).toEqual(['2025-W02', '2025-W04'])
  })
  test('the range bounds both sides of week 0', () => {
    const far = [...Array(40).fill(1), 50, ...Array(40).fill(1)]
    const model = compareModel([line('A', far)], { by: 'peak' }, '26')
    expect(model.rows.map(({ at }) => at)).toEqual(Array.from({ length: 53 }, (_, index) => index - 26))
  })
  test('a line that was never checked is left without a week 0', () => {
    const model = compareModel([line('A', [1, 2]), line('B', [null])], { by: 'peak' }, '52')
    expect(model.lines.map(({ zero }) => zero)).toEqual([FIRST + 7, null])
    expect(closesOf(model, 1)).toEqual(['−1 none', '0 none'])
  })
})

describe('by an incident', () => {
  test('a line takes the week of its own incident, or that of the first one', () => {
    const sources = [line('A', [1, 2, 3]), line('B', [4, 5, 6]), line('C', [7, 8, 9])]
    const days = [
      { dyadId: 'B', day: FIRST + 9 },
      { dyadId: 'C', day: FIRST },
    ]
    const model = compareModel(sources, { by: 'incident', days }, '52')
    expect(model.rows.find(({ at }) => at === 0)?.cells.map(({ close }) => close)).toEqual([2, 5, 7])
  })
})

describe('places', () => {
  const model = compareModel(
    [
      line('A', [10, 20, null, 5, 50], { running: true }),
      line('B', [10, 10, 10, 10, 60], { running: true }),
      line('C', [1, 30, 2, 7]),
    ],
    { by: 'calendar' },
    'all',
  )
  test('are given week by week among those that were covered, with ties', () => {
    expect(model.rows.slice(0, 4).map(({ cells }) => cells.map(({ rank }) => rank))).toEqual([
      [1, 1, 3],
      [2, 3, 1],
      [null, 1, 2],
      [3, 1, 2],
    ])
  })
  test('the running week has closes and no places', () => {
    expect(model.rows[4].cells.map(({ state, close, rank }) => [state, close, rank])).toEqual([
      ['running', 50, null],
      ['running', 60, null],
      ['none', null, null],
    ])
  })
  test('who led last is told, and how often that changed; weeks with two at the top are not counted', () => {
    expect(leadSentence(model)).toBe('B led last, in 2025-W04; the lead changed 1 time.')
  })
  test('the tables have the latest week first, blank where nobody checked', () => {
    expect(rankTable(model).rows.map(([week, ...ranks]) => [week, ranks])[2]).toEqual(['2025-W03', [null, 1, 2]])
    expect(closeTable(model).rows[0]).toEqual(['2025-W05', 50, 60, null])
  })
  test('a row is read out with the highest first', () => {
    expect(rowSentence(model.rows[2], model)).toBe('2025-W03: B 10.0, C 2.0, A not checked')
    expect(rowSentence(model.rows[4], model)).toBe('2025-W05: B 60.0, week in progress, A 50.0, week in progress')
  })
})

describe('strokes', () => {
  const model = compareModel([line('A', [1, 2, null, 4, 5], { running: true })], { by: 'calendar' }, 'all')
  test('break where nobody checked, and reach the running week apart from the rest', () => {
    const { runs, running, end } = strokeOf(model, 0, 'close')
    expect(runs.map((run) => run.map(({ value }) => value))).toEqual([[1, 2], [4]])
    expect(running.map(({ value }) => value)).toEqual([4, 5])
    expect(end?.value).toBe(5)
  })
  test('unchecked weeks are told as stretches', () => {
    const at = model.rows[0].at
    expect(uncheckedOf(model, 0)).toEqual([{ from: at + 2, to: at + 2 }])
  })
})

describe('the shared scale', () => {
  test('holds every drawn score of every line in quarters, 0 and one quarter at least', () => {
    expect(sharedDomain([])).toEqual([0, 25])
    expect(sharedDomain([12, 25.1])).toEqual([0, 50])
    expect(sharedDomain([-3, 80])).toEqual([-25, 100])
    expect(compareModel([line('A', [10]), line('B', [null, 80])], { by: 'calendar' }, 'all').domain).toEqual([0, 100])
  })
  test('has no bands where the lines are of different methods', () => {
    const other = { ...line('B', [10]), methodId: '0.2' }
    expect(compareModel([line('A', [10]), other], { by: 'calendar' }, 'all').bands).toEqual([])
    expect(compareModel([line('A', [10])], { by: 'calendar' }, 'all').bands.length).toBeGreaterThan(0)
  })
  test('ticks count from week 0 in whole steps', () => {
    const model = compareModel([line('A', [...Array(20).fill(1), 50, ...Array(20).fill(1)])], { by: 'peak' }, '26')
    expect(compareTicks(model, 6).map(({ label }) => label)).toEqual(['−16', '−8', '0', '+8', '+16'])
  })
})

describe('labels at the lines’ ends', () => {
  test('stay where they want to be while there is room', () => {
    expect(placeLabels([10, 50, 90], 14, [0, 100])).toEqual([10, 50, 90])
  })
  test('are pushed apart around their middle, in their order', () => {
    expect(placeLabels([50, 50, 52], 10, [0, 100])).toEqual([
      40.666666666666664, 50.666666666666664, 60.666666666666664,
    ])
    expect(placeLabels([30, 10, 10], 14, [0, 100])).toEqual([31, 3, 17].map((height) => expect.closeTo(height, 0)))
  })
  test('stay within the plot', () => {
    expect(placeLabels([0, 0], 14, [0, 100])).toEqual([0, 14])
    expect(placeLabels([100, 100], 14, [0, 100])).toEqual([86, 100])
  })
})
