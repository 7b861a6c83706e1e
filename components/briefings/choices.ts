import type { TemplateView } from '@/lib/briefings/views'

/** The choice that a control's value names. */
export const oneOf = <T extends string>(choices: readonly T[], value: string, fallback: T): T =>
  choices.find((choice) => choice === value) ?? fallback

/** Templates to choose from, with the way to none. */
export const templateChoices = (templates: readonly Pick<TemplateView, 'id' | 'name'>[]) => [
  { value: '', label: 'None: plain' },
  ...templates.map(({ id, name }) => ({ value: id, label: name })),
]
