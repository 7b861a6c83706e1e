import { KIND_WORDS, LANGUAGE_WORDS } from '@/components/briefings/briefing-words'
import type { NamedPart } from '@/components/watch/kept-state'
import { quoted } from '@/components/watch/part-words'
import { BRIEFING_KINDS, type BriefingKind, markText, type SectionKey } from '@/lib/briefings/model/terms'
import type { TemplateStands } from '@/lib/briefings/views'

/** What the form of a template holds; by kind its sections, undefined for the usual ones. */
export type TemplateFields = Pick<TemplateStands, 'name' | 'teamName' | 'footer' | 'language' | 'mark'> &
  Record<BriefingKind, SectionKey[] | undefined> & {
    /** PNG in base64; null where there is none. */
    logo: string | null
  }

const USUAL = { weekly: undefined, 'round-up': undefined, special: undefined }

export const EMPTY_TEMPLATE: TemplateFields = {
  name: '',
  teamName: '',
  footer: '',
  language: 'en',
  mark: 'AMBER',
  logo: null,
  ...USUAL,
}

/** A template as its form holds it. */
export const fieldsOf = ({
  name,
  teamName,
  footer,
  logo,
  sections,
  language,
  mark,
}: TemplateStands): TemplateFields => ({
  name,
  teamName,
  footer,
  language,
  mark,
  logo: logo?.png ?? null,
  ...USUAL,
  ...sections,
})

/** What the server takes, but the logo. */
export const contentFrom = ({ name, teamName, footer, language, mark, ...more }: TemplateFields) => {
  const sections = Object.fromEntries(BRIEFING_KINDS.map((kind) => [kind, more[kind]]))
  return { name, teamName, footer, language, mark, sections }
}

/** What of a template can be changed. */
export const templateParts = (labels: Readonly<Record<SectionKey, string>>): NamedPart<TemplateFields>[] => [
  { label: 'Name', names: ['name'], words: ({ name }) => quoted(name) },
  { label: 'Team', names: ['teamName'], words: ({ teamName }) => quoted(teamName) },
  { label: 'Footer', names: ['footer'], words: ({ footer }) => quoted(footer) },
  { label: 'Logo', names: ['logo'], words: ({ logo }) => (logo === null ? 'none' : 'another picture') },
  { label: 'Language', names: ['language'], words: ({ language }) => LANGUAGE_WORDS[language] },
  { label: 'Mark', names: ['mark'], words: ({ mark }) => markText(mark) },
  ...BRIEFING_KINDS.map((kind) => ({
    label: `${KIND_WORDS[kind].label}: sections`,
    names: [kind],
    words: (fields: TemplateFields) =>
      fields[kind]?.map((section) => labels[section]).join(', ') ?? 'the usual ones, in their usual order',
  })),
]
