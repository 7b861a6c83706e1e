import { MOST_ROWS } from '@/lib/briefings/figures/incident-figures'
import type { Block, KeyFigure, Run, Sentence } from '@/lib/briefings/model/document'
import { cleanText } from '@/lib/briefings/text/clean'
import { displayOf } from '@/lib/core/scoring'
import { directionPicture, stackPicture, trendPicture, waterfallPicture } from './charts'
import type { DyadWriter } from './dyad-writer'
import { signalSentences } from './signals'

const plain = (text: string): Run => ({ text })
const chart = (picture: ReturnType<typeof trendPicture>): Block => ({ kind: 'chart', picture })

/** The numbers of the last week that stand large by themselves. */
export function keyFigureBlocks(dyad: DyadWriter): Block[] {
  const { data, first, second } = dyad
  const item = (label: string, value: Run[], note: Run[] = [], band: string | null = null): KeyFigure => ({
    label,
    value,
    note,
    band,
  })
  const span = dyad.has('data.low')
    ? [plain(`${dyad.label('interval')}: `), dyad.run('data.low'), plain(' – '), dyad.run('data.high')]
    : []
  const band = data.week.figures.band.name
  const changes = [
    item(
      dyad.label('change'),
      [dyad.run('week.change')],
      [plain(`${dyad.label('before')}: `), dyad.run('week.before')],
    ),
    ...(data.fourWeeks
      ? [
          item(
            dyad.label('fourWeeks'),
            [dyad.run('fourWeeks.change')],
            [plain(`${dyad.label('before')}: `), dyad.run('fourWeeks.before')],
          ),
        ]
      : []),
  ]
  const stocks = [
    plain(`${dyad.label('escalatory')} `),
    dyad.run('escalatory'),
    plain(` · ${dyad.label('relief')} `),
    dyad.run('relief'),
  ]
  const items = [
    item(dyad.label('close'), [dyad.run('close')], [plain(`${dyad.band(band)}. `), ...span], band),
    ...changes,
    item(dyad.label('high'), [dyad.run('high')], [dyad.run('high.day')]),
    item(`${first} → ${second}`, [dyad.run('forward')]),
    item(`${second} → ${first}`, [dyad.run('backward')]),
    item(dyad.label('stocks'), [dyad.run('points')], stocks),
    item(dyad.label('incidents'), [dyad.run('period.incidents')]),
  ]
  return [{ kind: 'figures', items }]
}

/** Since when it has stood where it stands, and its highest day: of a week that somebody looked into. */
function levelSentences(dyad: DyadWriter): Sentence[] {
  const standing = `standing.${dyad.data.week.figures.band.name}`
  const since = dyad.has(standing)
    ? [dyad.say('trend.since', 'trend.since', { band: dyad.fig('band'), day: dyad.fig(standing) })]
    : []
  return [...since, dyad.say('trend.high', 'trend.high', { day: dyad.fig('high.day'), high: dyad.fig('high') })]
}

/** The line, since when it has stood where it stands, and what people wrote on it. */
export function trendBlocks(dyad: DyadWriter): Block[] {
  const { data } = dyad
  const level = data.week.coverage === 'not_checked' ? [] : levelSentences(dyad)
  const items = data.annotations.map((mark): Sentence[] => {
    const [from, to] = [`annotation.${mark.id}.from`, `annotation.${mark.id}.to`]
    const typed = (text: string): Run => ({ text: cleanText(text), typed: true })
    const args = { text: typed(mark.text), name: typed(mark.by) }
    return dyad.has(to)
      ? [dyad.say(from, 'annotation.span', { ...args, from: dyad.fig(from), to: dyad.fig(to) })]
      : [dyad.say(from, 'annotation.entry', { ...args, day: dyad.fig(from) })]
  })
  return [
    chart(trendPicture(dyad)),
    ...(level.length > 0 ? [{ kind: 'paragraph' as const, sentences: level }] : []),
    ...(items.length > 0 ? [{ kind: 'list' as const, ordered: true, items }] : []),
    chart(stackPicture(dyad)),
  ]
}

/** New incidents that are told one by one. */
const MOST_DRIVERS = 6

/** What moved it: the strongest new incidents with their parts of the change, the rest as fading, and what stands out. */
export function driverBlocks(dyad: DyadWriter): Block[] {
  const { ofPeriod, byId } = dyad.data
  const fresh = ofPeriod.parts.filter((part) => part.fresh && byId.has(part.id) && displayOf(part.change) !== 0)
  const told = fresh
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_DRIVERS)
  const items = told.map(({ id }) => {
    const args = { part: dyad.fig(`incident.${id}.part`), ...codedArgs(dyad, id) }
    return [dyad.sayOf(id, 'driver', dyad.incident(id).mutual ? 'driver.joint' : 'driver.new', args)]
  })
  const picture = waterfallPicture(dyad)
  const none = items.length === 0 ? [dyad.say('driver.none', 'driver.none')] : []
  const fading = dyad.say('driver.fading', 'driver.fading', { faded: dyad.fig('period.faded') })
  const signals = signalSentences(dyad)
  return [
    ...(items.length > 0 ? [{ kind: 'list' as const, ordered: false, items }] : []),
    { kind: 'paragraph', sentences: [...none, fading] },
    ...(signals.length > 0 ? [{ kind: 'list' as const, ordered: false, items: signals.map((one) => [one]) }] : []),
    ...(picture ? [chart(picture)] : []),
  ]
}

const codedArgs = (dyad: DyadWriter, id: string) => ({
  day: dyad.fig(`incident.${id}.day`),
  code: dyad.fig(`incident.${id}.code`),
  grade: dyad.fig(`incident.${id}.grade`),
})

/** Who does what to whom. */
export function directionBlocks(dyad: DyadWriter): Block[] {
  const { data, first, second } = dyad
  const { asymmetry } = data.week.figures
  const names = { first: plain(first), second: plain(second) }
  const [heavier, lighter] = asymmetry > 0 ? [first, second] : [second, first]
  // By what is displayed of it: two decimals.
  const isEven = Math.abs(asymmetry) < 0.005
  const sentences = [
    dyad.say('direction.parts', 'bluf.direction', {
      ...names,
      forward: dyad.fig('forward'),
      backward: dyad.fig('backward'),
    }),
    isEven
      ? dyad.say('direction.even', 'direction.even')
      : dyad.say('direction.asymmetry', 'direction.asymmetry', {
          heavier: plain(heavier),
          lighter: plain(lighter),
          asymmetry: dyad.fig('asymmetry'),
        }),
    dyad.say('direction.breadth', 'direction.breadth', { breadth: dyad.fig('breadth') }),
  ]
  return [chart(directionPicture(dyad)), { kind: 'paragraph', sentences }]
}

/** Every incident of the time, with what it adds now and its part of the change. */
export function incidentBlocks(dyad: DyadWriter): Block[] {
  const { ofTime } = dyad.data
  if (ofTime.length === 0) return [{ kind: 'paragraph', sentences: [dyad.say('incidents.none', 'incidents.none')] }]
  const label = (key: Parameters<DyadWriter['label']>[0]) => dyad.label(key)
  const rows = ofTime
    .slice(0, MOST_ROWS)
    .map((id) => [
      dyad.cell(`incident.${id}.day`),
      { runs: [plain(dyad.partiesText(id))] },
      dyad.cell(`incident.${id}.code`),
      { runs: [dyad.title(id)] },
      dyad.cell(`incident.${id}.grade`),
      dyad.cell(`incident.${id}.points`),
      dyad.cell(`incident.${id}.part`),
      { runs: dyad.noteRuns(id) },
    ])
  const columns = [
    { label: label('date'), align: 'left' as const, width: 0.13 },
    { label: label('parties'), align: 'left' as const, width: 0.17 },
    { label: label('code'), align: 'left' as const, width: 0.08 },
    { label: label('title'), align: 'left' as const, width: 0.3 },
    { label: label('grade'), align: 'left' as const, width: 0.07 },
    { label: label('points'), align: 'right' as const, width: 0.09 },
    { label: label('part'), align: 'right' as const, width: 0.09 },
    { label: label('note'), align: 'left' as const, width: 0.07 },
  ]
  const table: Block = { kind: 'table', table: { caption: `${label('incidents')}: ${dyad.name}`, columns, rows } }
  if (ofTime.length <= MOST_ROWS) return [table]
  const more = dyad.say('incidents.more', 'incidents.more', { count: dyad.fig('incidents.more') })
  return [table, { kind: 'paragraph', sentences: [more] }]
}

/** The incidents with most points of the last half year, and acts of third countries, by day. */
export function timelineBlocks(dyad: DyadWriter): Block[] {
  const { data } = dyad
  const own = data.timeline.map((id) => {
    const { mutual, startDay } = dyad.incident(id)
    const args = { day: dyad.fig(`incident.${id}.day`) }
    const sentence = dyad.sayOf(id, 'timeline', mutual ? 'timeline.joint' : 'timeline.entry', args)
    return { day: startDay, id, sentence }
  })
  const from = own[0]?.day ?? data.lastDay
  const beside = data.context
    .filter(({ day }) => day >= from)
    .map(({ id, day, actor, title }) => {
      const args = {
        day: dyad.fig(`context.${id}.day`),
        actor: plain(dyad.country(actor)),
        title: { text: cleanText(title), incident: dyad.key(id) },
      }
      return { day, id, sentence: dyad.say(`timeline.context.${id}`, 'timeline.context', args) }
    })
  const items = [...own, ...beside].sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))
  if (items.length === 0) return [{ kind: 'paragraph', sentences: [dyad.say('timeline.none', 'incidents.none')] }]
  return [{ kind: 'list', ordered: false, items: items.map(({ sentence }) => [sentence]) }]
}
