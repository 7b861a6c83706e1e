import { chartScene } from '@/lib/briefings/charts/chart-scene'
import { isCovered } from '@/lib/charts/points'
import { CATEGORIES } from '@/lib/core/codebook'
import { bandedPlot, expectPlaces, placesOn, ruledPlot, untitled } from '../../support/briefings/chart-places'
import {
  boxesOf,
  chartDocuments,
  chartOf,
  itemOf,
  stretchesOf,
  twoDyads,
  UNCHECKED,
  withGap,
} from '../../support/briefings/scenes'

const SIZE = { width: 640 }

const ofCase = chartDocuments()
const ofGap = chartDocuments(withGap)
const ofTwo = chartDocuments((evidence) => untitled(withGap(twoDyads(evidence))))

test('the trend lies where its model says: line, bands, intervals, markers and the week told of', async () => {
  const document = await ofCase()
  const chart = chartOf(document, 'trend')
  const { model } = chart
  const scene = chartScene(chart, SIZE)
  const at = placesOn(bandedPlot(scene), model.timeDomain, model.scoreDomain)
  const covered = model.rows.filter((row) => row.covered !== null)
  const [line] = stretchesOf(itemOf(scene, 'path', 'line:covered').d)
  expectPlaces(
    line,
    covered.map(({ day, covered }) => at(day, covered ?? 0)),
  )
  for (const { name, from, to } of model.bands) {
    const band = itemOf(scene, 'rect', `band:${name}`)
    expectPlaces(
      [
        [band.x, band.y],
        [band.x, band.y + band.height],
      ],
      [
        [band.x, at(0, to)[1]],
        [band.x, at(0, from)[1]],
      ],
    )
  }
  const [spans] = model.intervals
  expectPlaces(stretchesOf(itemOf(scene, 'path', 'interval:0').d)[0], [
    ...spans.map(({ day, high }) => at(day, high)),
    ...spans.map(({ day, low }) => at(day, low)).reverse(),
  ])
  for (const { id, day, score } of model.markers) {
    const [x, y] = itemOf(scene, 'path', `marker:${id}`).d.slice(1).split('a')[0].split(',').map(Number)
    expectPlaces([[x + 3, y]], [at(day, score)])
  }
  const week = itemOf(scene, 'rect', 'week:shown')
  expect([week.x, week.x + week.width]).toEqual([at(chart.shownWeek - 0.5, 0)[0], at(chart.shownWeek + 6.5, 0)[0]])
})

test('weeks that nobody checked break the lines and are hatched, and only arithmetic runs through them', async () => {
  const document = await ofGap()
  const trend = chartOf(document, 'trend')
  const scene = chartScene(trend, SIZE)
  const at = placesOn(bandedPlot(scene), trend.model.timeDomain, trend.model.scoreDomain)
  const [from, to] = [UNCHECKED[0] - 0.5, UNCHECKED[1] + 6.5]
  const gap = itemOf(scene, 'rect', `gap:${from}`)
  expectPlaces(
    [
      [gap.x, 0],
      [gap.x + gap.width, 0],
    ],
    [
      [at(from, 0)[0], 0],
      [at(to, 0)[0], 0],
    ],
  )
  expect(stretchesOf(itemOf(scene, 'path', 'line:covered').d)).toHaveLength(2)
  const [arithmetic] = stretchesOf(itemOf(scene, 'path', 'line:arithmetic').d)
  const through = trend.model.points.filter(
    (point, index, all) => !isCovered(point) || [all[index - 1], all[index + 1]].some((one) => one && !isCovered(one)),
  )
  expectPlaces(
    arithmetic,
    through.map(({ day, score }) => at(day, score)),
  )
  for (const kind of ['stack', 'direction', 'lines'] as const)
    expect(chartScene(chartOf(document, kind), SIZE).items.filter(({ name }) => name === `gap:${from}`)).toHaveLength(1)
  const directions = chartScene(chartOf(document, 'direction'), SIZE)
  expect(stretchesOf(itemOf(directions, 'path', 'line:forward').d)).toHaveLength(2)
})

test('the parts of the stack are as high as they count, and end at the weekly close', async () => {
  const document = await ofCase()
  const chart = chartOf(document, 'stack')
  const { rows, present, domain, timeDomain } = chart.model
  const scene = chartScene(chart, SIZE)
  const plot = ruledPlot(scene)
  const at = placesOn(plot, timeDomain, domain)
  const pixels = (plot.bottom - plot.top) / (domain[1] - domain[0])
  const last = rows[rows.length - 1]
  let top = plot.bottom
  for (const category of CATEGORIES.filter((name) => present.includes(name))) {
    const part = last[category] ?? 0
    const boxes = boxesOf(itemOf(scene, 'path', `stack:${category}`).d)
    expect(boxes).toHaveLength(rows.filter((row) => (row[category] ?? 0) !== 0).length)
    const box = boxes[boxes.length - 1]
    expect(box.height).toBeCloseTo(part * pixels, 1)
    expect(box.y + box.height).toBeCloseTo(top, 1)
    expect(box.x + box.width / 2).toBeCloseTo(at(last.weekStart + 3, 0)[0], 1)
    top = box.y
  }
  const [line] = stretchesOf(itemOf(scene, 'path', 'line:score').d)
  expectPlaces([line[line.length - 1]], [at(last.weekStart + 3, last.score ?? 0)])
  expect(top).toBeCloseTo(line[line.length - 1][1], 1)
})

test('both directions lie where their model says, told apart by their strokes, each with its figure at its end', async () => {
  const document = await ofCase('ru')
  const chart = chartOf(document, 'direction')
  const { rows, timeDomain, domain } = chart.model
  const scene = chartScene(chart, SIZE)
  const at = placesOn(ruledPlot(scene), timeDomain, domain)
  for (const side of ['forward', 'backward'] as const) {
    const { d, dash } = itemOf(scene, 'path', `line:${side}`)
    expectPlaces(
      stretchesOf(d)[0],
      rows.map((row) => at(row.day, row[side] ?? 0)),
    )
    expect(dash === undefined).toBe(side === 'forward')
  }
  expect([itemOf(scene, 'text', 'end:forward').text, itemOf(scene, 'text', 'end:backward').text]).toEqual([
    '57,2',
    '23,7',
  ])
})

test('the steps of a change lead from one close to the other, each from where the last one ended', async () => {
  const document = await ofCase()
  const chart = chartOf(document, 'waterfall')
  const { steps, domain } = chart.model
  const scene = chartScene(chart, SIZE)
  const plot = itemOf(scene, 'rect', 'plot')
  const xOf = (score: number) => plot.x + ((score - domain[0]) / (domain[1] - domain[0])) * plot.width
  expect(steps.length).toBeGreaterThan(5)
  for (const [index, { key, kind, from, to }] of steps.entries()) {
    const step = itemOf(scene, 'rect', `step:${key}`)
    if (kind === 'level') expect(step.x + step.width / 2).toBeCloseTo(xOf(to), 2)
    else {
      expect(step.x).toBeCloseTo(Math.min(xOf(from), xOf(to)), 2)
      expect(step.width).toBeCloseTo(Math.max(1.5, Math.abs(xOf(to) - xOf(from))), 2)
    }
    if (index < steps.length - 1)
      expect(itemOf(scene, 'line', `link:${key}`).x1).toBeCloseTo(xOf(steps[index + 1].from), 2)
  }
  expect(itemOf(scene, 'text', 'value:after').text).toBe('80.9')
})

test('what is left if nothing happens is drawn from the end of the record on, dashed', async () => {
  const document = await ofCase()
  const chart = chartOf(document, 'lines')
  const { rows, timeDomain, scoreDomain } = chart.model
  const scene = chartScene(chart, SIZE)
  const at = placesOn(bandedPlot(scene), timeDomain, scoreDomain)
  for (const key of ['record', 'ahead']) {
    const { d, dash } = itemOf(scene, 'path', `line:${key}`)
    const drawn = rows.flatMap((row) => (row[key] === null ? [] : [at(row.day ?? 0, row[key])]))
    expectPlaces(stretchesOf(d)[0], drawn)
    expect(dash === undefined).toBe(key === 'record')
  }
  expect(itemOf(scene, 'line', 'mark').x1).toBeCloseTo(at(chart.mark?.day ?? 0, 0)[0], 2)
})

test('dyads side by side lie on one scale, no two of one look, and are named at their ends', async () => {
  const document = await ofTwo()
  const chart = chartOf(document, 'compare')
  const { rows, lines, domain } = chart.model
  const scene = chartScene(chart, SIZE)
  const at = placesOn(bandedPlot(scene), [rows[0].at - 0.5, rows[rows.length - 1].at + 0.5], domain)
  const looks = lines.map(({ dyadId }, index) => {
    const { d, dash, stroke } = itemOf(scene, 'path', `line:${dyadId}`)
    const drawn = rows.flatMap(({ at: week, cells }) => {
      const { close, state } = cells[index]
      return close === null || state !== 'covered' ? [] : [at(week, close)]
    })
    expectPlaces(stretchesOf(d).flat(), drawn)
    expect(itemOf(scene, 'text', `end:${dyadId}`).text).toBe(dyadId)
    return JSON.stringify([dash, stroke])
  })
  expect(new Set(looks).size).toBe(lines.length)
  expect(stretchesOf(itemOf(scene, 'path', 'line:AZE-RUS').d)).toHaveLength(2)
})
