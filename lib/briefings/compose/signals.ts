import type { Sentence } from '@/lib/briefings/model/document'
import type { DyadWriter } from './dyad-writer'

type Signal = DyadWriter['data']['stands']['signals'][number]

/** A signal in one sentence; none for moves between bands, which the headline tells. */
function signalSentence(dyad: DyadWriter, signal: Signal, number: number): Sentence[] {
  const name = `signal.${number}`
  const say = (...args: Parameters<DyadWriter['say']>) => [dyad.say(...args)]
  const known = signal.ids.filter((id) => dyad.data.byId.has(id))
  switch (signal.kind) {
    case 'record': {
      const since = signal.since === null ? 'ever' : 'since'
      return say(name, 'signal.record', { since, sinceWeek: dyad.fig('record.since') }, known)
    }
    case 'unusual':
      return say(name, 'signal.unusual', { z: dyad.fig(`${name}.z`) }, known)
    case 'changePoint':
      return say(
        name,
        'signal.changePoint',
        { before: dyad.fig(`${name}.before`), after: dyad.fig(`${name}.after`) },
        known,
      )
    case 'newFront':
      return say(name, 'signal.newFront', { category: dyad.fig(`${name}.category`) }, known)
    case 'topRung':
      return known.slice(0, 1).map((id) => dyad.sayOf(id, name, 'signal.topRung'))
    case 'jump':
      return say(name, 'signal.jump', { change: dyad.fig(`${name}.change`) }, known)
    default:
      return []
  }
}

/** What stands out in the last week told of, and what had never happened before. */
export function signalSentences(dyad: DyadWriter): Sentence[] {
  const { signals, firsts } = dyad.data.stands
  const told = signals.flatMap((signal, index) => signalSentence(dyad, signal, index + 1))
  const first = firsts.flatMap(({ scope, category, code, ids: [id] }) => {
    if (id === undefined || !dyad.data.byId.has(id)) return []
    const key = `first.${scope}.${code}`
    return scope === 'category'
      ? [dyad.sayOf(id, key, 'first.category', { category: { text: dyad.pack.categories[category] } })]
      : [dyad.sayOf(id, key, 'first.code', { code: dyad.fig(`incident.${id}.code`) })]
  })
  return [...told, ...first]
}
