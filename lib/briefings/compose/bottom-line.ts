import type { DyadData } from '@/lib/briefings/figures/dyad-data'
import { wayOf } from '@/lib/briefings/figures/dyad-parts'
import type { Block, Sentence } from '@/lib/briefings/model/document'
import type { Arguments, TemplateKey } from '@/lib/briefings/text/writer'
import { bandsOf } from '@/lib/core/scoring'
import { likelihoodSentence } from './certainty'
import type { DyadWriter } from './dyad-writer'

const isChecked = ({ week }: DyadData) => week.coverage !== 'not_checked'
const isPeriod = ({ ofPeriod, ofWeek }: DyadData) => ofPeriod.from !== ofWeek.from

/** What happened to the score, in the words of what is displayed: never a rise where the figures shown fell or stood still. */
function moveSentence(dyad: DyadWriter): Sentence {
  const { data } = dyad
  const args: Arguments = { dyad: { text: dyad.name }, week: dyad.fig('week') }
  if (!isChecked(data)) return dyad.say('bluf.move', 'bluf.unchecked', args)
  const level = { ...args, close: dyad.fig('close'), band: dyad.fig('band') }
  if (isPeriod(data)) return periodSentence(dyad, level)
  if (!data.ofWeek.from) return dyad.say('bluf.move', 'bluf.first', level)
  const way = wayOf(data.ofWeek.change)
  const moved = { ...level, size: dyad.fig('week.size'), running: data.week.inProgress ? 'yes' : 'no' }
  if (way === 'down') return dyad.say('bluf.move', 'bluf.fell', moved)
  if (way === 'none') return dyad.say('bluf.move', 'bluf.still', { ...moved })
  const record = data.record === null ? 'none' : data.record.since === null ? 'ever' : 'since'
  return dyad.say('bluf.move', 'bluf.rose', { ...moved, record, since: dyad.fig('record.since') })
}

const PERIOD: Readonly<Record<'up' | 'down' | 'none', TemplateKey>> = {
  up: 'bluf.periodRose',
  down: 'bluf.periodFell',
  none: 'bluf.periodStill',
}

function periodSentence(dyad: DyadWriter, level: Arguments): Sentence {
  const args = {
    ...level,
    from: { figure: 'briefing.from' },
    size: dyad.fig('period.size'),
    before: dyad.fig('period.before'),
    bandBefore: dyad.fig('period.before.band'),
  }
  return dyad.say('bluf.move', PERIOD[wayOf(dyad.data.ofPeriod.change)], args)
}

function bandSentence(dyad: DyadWriter): Sentence[] {
  const { week, ofWeek, method } = dyad.data
  if (isPeriod(dyad.data) || !ofWeek.from) return []
  const bands = bandsOf(method.parameters)
  const levelOf = (name: string) => bands.find((band) => band.name === name)?.level ?? 0
  const [before, after] = [levelOf(ofWeek.from.figures.band.name), week.figures.band.level]
  if (before === after) return []
  const template = after > before ? 'bluf.bandUp' : 'bluf.bandDown'
  return [dyad.say('bluf.band', template, { before: dyad.fig('week.before.band'), band: dyad.fig('band') })]
}

/** Where it came from: what is new and what faded, the category that most was added by, and the largest part. */
function causeSentences(dyad: DyadWriter): Sentence[] {
  const { ofPeriod, byId } = dyad.data
  const fresh = ofPeriod.parts.filter((part) => part.fresh && byId.has(part.id))
  const faded = dyad.fig('period.faded')
  if (fresh.length === 0) return [dyad.say('bluf.cause', 'bluf.nothingNew', { faded })]
  const ids = fresh.map(({ id }) => id)
  const args = { count: dyad.fig('period.incidents'), added: dyad.fig('period.added'), faded }
  const sentences = [dyad.say('bluf.cause', 'bluf.added', args, ids)]
  if (dyad.has('share') && fresh.length > 1)
    sentences.push(
      dyad.say('bluf.share', 'bluf.share', { share: dyad.fig('share'), category: dyad.fig('share.category') }),
    )
  return sentences
}

/** New incidents that the bottom line names. */
const MOST_NAMED = 3

/** The strongest of what is new, each with its part of the change, the way that the score went. */
function namedParts(dyad: DyadWriter): Block[] {
  const { ofPeriod, byId } = dyad.data
  const way = wayOf(ofPeriod.change) === 'down' ? ofPeriod.down : ofPeriod.up
  const items = way
    .filter((part) => part.fresh && byId.has(part.id))
    .slice(0, MOST_NAMED)
    .map(({ id }) => [dyad.sayOf(id, 'bluf.part', 'bluf.part', { part: dyad.fig(`incident.${id}.part`) })])
  return items.length > 0 ? [{ kind: 'list', ordered: false, items }] : []
}

/** The record's age: a manager must not take an old figure for today's. */
export function ageSentence(dyad: DyadWriter): Sentence {
  const day = { figure: 'briefing.asOf' }
  if (dyad.data.uncheckedAfter === 0) return dyad.say('bluf.age', 'age.current', { day })
  return dyad.say('bluf.age', 'age.unchecked', { day, week: dyad.fig('week'), count: dyad.fig('uncheckedAfter') })
}

/** The bottom line of a dyad, up front: the headline, then why, what next by itself, how sure, and how old it is. */
export function bottomLine(dyad: DyadWriter): Block[] {
  const { data } = dyad
  const lead: Block = { kind: 'lead', sentences: [moveSentence(dyad), ...(isChecked(data) ? bandSentence(dyad) : [])] }
  if (!isChecked(data)) {
    const last = dyad.has('lastCovered.close')
      ? [
          dyad.say('bluf.last', 'bluf.lastChecked', {
            close: dyad.fig('lastCovered.close'),
            band: dyad.fig('lastCovered.band'),
            week: dyad.fig('lastCovered.week'),
          }),
        ]
      : []
    return [lead, { kind: 'paragraph', sentences: [...last, ageSentence(dyad)] }]
  }
  const fall = dyad.has('fall.1.day')
    ? [
        dyad.say('bluf.fall', 'bluf.fall', {
          band: dyad.fig('band'),
          next: dyad.fig('fall.1.band'),
          day: dyad.fig('fall.1.day'),
        }),
      ]
    : []
  return [
    lead,
    { kind: 'paragraph', sentences: causeSentences(dyad) },
    ...namedParts(dyad),
    {
      kind: 'paragraph',
      sentences: [...likelihoodSentence(dyad, 'bluf'), ...confidenceSentence(dyad), ...fall, ageSentence(dyad)],
    },
  ]
}

/** A sentence of its own: likelihood and confidence never stand in one (ICD 203). */
const confidenceSentence = (dyad: DyadWriter): Sentence[] =>
  dyad.has('confidence') ? [dyad.say('bluf.confidence', 'certainty.confidence', { level: dyad.fig('confidence') })] : []
