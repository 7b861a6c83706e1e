import { dyadsWords, KIND_WORDS, LANGUAGE_WORDS } from '@/components/briefings/briefing-words'
import { type ScheduleFields, stateFrom } from '@/components/briefings/schedule-fields'
import { WEEKDAYS } from '@/components/briefings/schedule-words'
import type { NamedPart } from '@/components/watch/kept-state'
import { quoted } from '@/components/watch/part-words'
import { markText } from '@/lib/briefings/model/terms'
import { FORMATS } from '@/lib/briefings/render/formats'

/** What the words of a part need to name. */
interface Named {
  lists: readonly { id: string; name: string }[]
  templates: readonly { id: string; name: string }[]
}

/** Of what a schedule tells; a weekly briefing tells of one dyad, however many are chosen for another kind. */
function ofWhat(fields: ScheduleFields) {
  const { kind, of } = stateFrom(fields)
  return { kind, of }
}

function ofWords(fields: ScheduleFields, { lists }: Named): string {
  const { kind, of } = ofWhat(fields)
  if (of.by === 'dyads') return `${KIND_WORDS[kind].label}, ${dyadsWords(of.dyadIds)}`
  return `${KIND_WORDS[kind].label}, the list “${lists.find(({ id }) => id === of.listId)?.name ?? 'that is new'}”`
}

function templateWords({ templateId }: ScheduleFields, { templates }: Named): string {
  if (templateId === null) return 'none'
  return quoted(templates.find(({ id }) => id === templateId)?.name ?? 'another one')
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no')

/** What of a schedule can be changed. A time without its time zone, or dyads without their kind, would say what nobody chose. */
export const scheduleParts = (named: Named): NamedPart<ScheduleFields>[] => [
  { label: 'Name', names: ['name'], words: ({ name }) => quoted(name) },
  {
    label: 'Kind and dyads',
    names: ['kind', 'dyadIds', 'listId'],
    says: ofWhat,
    words: (fields) => ofWords(fields, named),
  },
  { label: 'Weeks that it tells of', names: ['weeks'], words: ({ weeks }) => String(weeks) },
  { label: 'Every', names: ['weekday'], words: ({ weekday }) => WEEKDAYS[weekday - 1] },
  {
    label: 'At',
    names: ['time', 'timeZone'],
    words: ({ time, timeZone }) => `${time} (${timeZone === '' ? 'the team’s time zone' : timeZone})`,
  },
  { label: 'Language', names: ['language'], words: ({ language }) => LANGUAGE_WORDS[language] },
  { label: 'Mark', names: ['mark'], words: ({ mark }) => markText(mark) },
  { label: 'Template', names: ['templateId'], words: (fields) => templateWords(fields, named) },
  { label: 'Publish it by itself', names: ['publish'], words: ({ publish }) => yesOrNo(publish) },
  { label: 'Mail it to', names: ['emails'], words: ({ emails }) => emails || 'nobody' },
  { label: 'Put it into the folder', names: ['folder'], words: ({ folder }) => yesOrNo(folder) },
  {
    label: 'As',
    names: ['formats'],
    words: ({ formats }) => formats.map((format) => FORMATS[format].name).join(', '),
  },
]
