import type { Page } from 'playwright-core'
import { chartScene } from '@/lib/briefings/charts/chart-scene'
import type { Scene } from '@/lib/briefings/charts/scene'
import { chartWords } from '@/lib/briefings/compose/charts'
import { briefingData } from '@/lib/briefings/figures/briefing-data'
import type { DocumentChart } from '@/lib/briefings/model/chart'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { LANGUAGES } from '@/lib/briefings/model/terms'
import { htmlOf } from '@/lib/briefings/render/html'
import { PACKS } from '@/lib/briefings/text/writer'
import { directionModel, stackModel } from '@/lib/charts/contributions'
import { withIntervals } from '@/lib/charts/intervals'
import { weekPoint } from '@/lib/charts/points'
import { trendModel } from '@/lib/charts/trend'
import { bandsOf } from '@/lib/core/scoring'
import { caseEvidenceOf, caseRendering } from '../support/briefings/fixture'
import { boxesOf, itemOf, type Place, stretchesOf, twoDyads, withGap } from '../support/briefings/scenes'
import { NASTY_TEXTS, typedDocument } from '../support/briefings/typed'
import { expectAccessible, openPage, screenshot } from '../support/browser'

/*
 * The charts of documents are the charts on screen: what recharts draws on the page of a dyad is read out of the page, and compared with
 * the scenes made of the same record. Both are laid over the plot of the screen; half a pixel is what rounding may do.
 */

interface Plot {
  left: number
  right: number
  top: number
  bottom: number
}

/** The last week that the page draws of the case, three weeks after the last covered one. */
const LAST_WEEK = '2025-W30'
const HALF_A_PIXEL = 0.5

const charts = (async () => {
  const { dyads } = await briefingData(caseEvidenceOf(LAST_WEEK))
  const [{ shown, draws, method, week }] = dyads
  const shownWeek = week.weekStart - 3 * 7
  const bands = bandsOf(method.parameters)
  const line = trendModel(shown.map(weekPoint), 'week', { markers: [], context: [], bands })
  const spans = [...draws].map(([weekStart, { data }]) => ({ weekStart, ...data }))
  const words = chartWords(PACKS.en)
  return {
    trend: { kind: 'trend', model: withIntervals(line, spans, bands), shownWeek, words },
    stack: { kind: 'stack', model: stackModel(shown), shownWeek, words },
    direction: { kind: 'direction', model: directionModel(shown, 'AZE', 'RUS'), shownWeek, words },
  } satisfies Record<string, DocumentChart>
})()

const sceneOf = async (kind: 'trend' | 'stack' | 'direction') => chartScene((await charts)[kind], { width: 640 })

/** The plot of a scene: its axis of days, and the week told of, which is as high as the plot. */
function plotOfScene(scene: Scene): Plot {
  const { x1, x2 } = itemOf(scene, 'line', 'axis:time')
  const { y, height } = itemOf(scene, 'rect', 'week:shown')
  return { left: x1, right: x2, top: y, bottom: y + height }
}

/** The same of a chart on the page. */
const plotOnPage = (page: Page, name: string): Promise<Plot> =>
  page.getByRole('figure', { name }).evaluate((figure) => {
    const number = (selector: string, attribute: string) =>
      Number(figure.querySelector(selector)?.getAttribute(attribute) ?? Number.NaN)
    const axis = '.recharts-xAxis .recharts-cartesian-axis-line'
    const week = 'rect[data-export="no"][fill-opacity="0.09"]'
    const top = number(week, 'y')
    return { left: number(axis, 'x1'), right: number(axis, 'x2'), top, bottom: top + number(week, 'height') }
  })

const pathsOnPage = (page: Page, name: string, selector: string): Promise<string[]> =>
  page
    .getByRole('figure', { name })
    .locator(selector)
    .evaluateAll((paths) => paths.map((path) => path.getAttribute('d') ?? ''))

/** Lays places of one plot over another. */
const laidOver =
  (from: Plot, to: Plot) =>
  ([x, y]: Place): Place => [
    to.left + ((x - from.left) / (from.right - from.left)) * (to.right - to.left),
    to.top + ((y - from.top) / (from.bottom - from.top)) * (to.bottom - to.top),
  ]

function expectNear(found: readonly Place[], wanted: readonly Place[]): void {
  expect(found).toHaveLength(wanted.length)
  const far = found.filter(([x, y], index) => {
    const [wantedX, wantedY] = wanted[index]
    return !(Math.abs(x - wantedX) <= HALF_A_PIXEL && Math.abs(y - wantedY) <= HALF_A_PIXEL)
  })
  expect(far).toEqual([])
}

async function openDyad(): Promise<Page> {
  const { page } = await openPage({ role: 'viewer', path: '/dyads/AZE-RUS?week=2025-W27&range=52', width: 1440 })
  const trend = page.getByRole('figure', { name: 'Weekly close' })
  await trend.getByText('data interval: nine of ten draws').waitFor()
  await trend.locator('path[fill-opacity="0.13"]').first().waitFor()
  // The charts below draw themselves one by one.
  await page.locator('.recharts-bar-rectangle path').first().waitFor()
  await page.getByRole('figure', { name: 'Who to whom' }).locator('.recharts-line-curve').first().waitFor()
  return page
}

test('the line, its interval, the bands and the parts of a document lie where the screen has them', async () => {
  const page = await openDyad()

  const trend = await sceneOf('trend')
  const onScreen = await plotOnPage(page, 'Weekly close')
  const over = laidOver(plotOfScene(trend), onScreen)
  const [line] = await pathsOnPage(page, 'Weekly close', '.recharts-line-curve[stroke-width="2.25"]')
  const places = stretchesOf(line).flat()
  expect(places.length).toBeGreaterThan(30)
  expectNear(
    stretchesOf(itemOf(trend, 'path', 'line:covered').d)
      .flat()
      .map(over),
    places,
  )
  const [area] = await pathsOnPage(page, 'Weekly close', 'path[fill-opacity="0.13"]')
  expectNear(
    stretchesOf(itemOf(trend, 'path', 'interval:0').d)
      .flat()
      .map(over),
    stretchesOf(area).flat(),
  )
  const zones = await page
    .getByRole('figure', { name: 'Weekly close' })
    .locator('rect[fill^="var(--band-"]')
    .evaluateAll((rects) =>
      rects.map((rect) => ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name)))),
    )
  const bands = trend.items.flatMap((item) => (item.kind === 'rect' && item.name?.startsWith('band:') ? [item] : []))
  const corners = (x: number, y: number, width: number, height: number): Place[] => [
    [x, y],
    [x + width, y + height],
  ]
  expectNear(
    bands.flatMap(({ x, y, width, height }) => corners(x, y, width, height)).map(over),
    zones.flatMap(([x, y, width, height]) => corners(x, y, width, height)),
  )
  const hatched = trend.items.filter(({ name }) => name?.startsWith('gap:'))
  expect(hatched).toHaveLength(
    await page.getByRole('figure', { name: 'Weekly close' }).locator('rect[fill^="url("]').count(),
  )

  const direction = await sceneOf('direction')
  const beside = laidOver(plotOfScene(direction), await plotOnPage(page, 'Who to whom'))
  for (const [side, width] of [
    ['forward', '2.25'],
    ['backward', '1.75'],
  ]) {
    const [drawn] = await pathsOnPage(page, 'Who to whom', `.recharts-line-curve[stroke-width="${width}"]`)
    expectNear(
      stretchesOf(itemOf(direction, 'path', `line:${side}`).d)
        .flat()
        .map(beside),
      stretchesOf(drawn).flat(),
    )
  }

  const stack = await sceneOf('stack')
  const above = laidOver(plotOfScene(stack), await plotOnPage(page, 'What it is made of'))
  const [closes] = await pathsOnPage(page, 'What it is made of', '.recharts-line-curve')
  expectNear(
    stretchesOf(itemOf(stack, 'path', 'line:score').d)
      .flat()
      .map(above),
    stretchesOf(closes).flat(),
  )
  const bars = (await pathsOnPage(page, 'What it is made of', '.recharts-bar-rectangle path')).flatMap(boxesOf)
  // The middle of the upper edge, and of the lower one: how wide a bar is depends on the room.
  const edges = ({ x, y, width, height }: (typeof bars)[number]): Place[] => [
    [x + width / 2, y],
    [x + width / 2, y + height],
  ]
  const parts = (await charts).stack.model.present.flatMap((name) => boxesOf(itemOf(stack, 'path', `stack:${name}`).d))
  expect(bars.length).toBeGreaterThan(100)
  expectNear(parts.flatMap(edges).map(above), bars.flatMap(edges))
})

/** How much of a page lies outside of the window, in pixels. */
const hiddenOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test.each(LANGUAGES)(
  'the HTML file in %s is accessible, and fits a phone without scrolling sideways',
  async (language) => {
    const change = language === 'ru' ? (evidence: Evidence) => withGap(twoDyads(evidence)) : undefined
    const html = htmlOf(await caseRendering({ language, change }))
    const { page } = await openPage()
    await page.setContent(html)
    await expectAccessible(page)
    await screenshot(page, `briefing-${language}-1280-light`)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await hiddenOf(page)).toBeLessThanOrEqual(0)
    await expectAccessible(page)
    await screenshot(page, `briefing-${language}-390-light`)
  },
)

test('what somebody typed into a briefing runs nothing in its HTML file, loads nothing, and fits a phone', async () => {
  const { page } = await openPage({ width: 390 })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  for (const text of [NASTY_TEXTS.join(' '), 'x'.repeat(100_000)]) {
    await page.setContent(htmlOf(await typedDocument(text, 'https://source.example')))
    expect(await page.evaluate(() => document.querySelectorAll('script, img, [onload], [onerror]').length)).toBe(0)
    expect(await hiddenOf(page)).toBeLessThanOrEqual(0)
  }
  expect(asked).toEqual([])
})
