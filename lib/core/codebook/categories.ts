/** The eight categories in the order of the record and of every chart. */
export const CATEGORIES = [
  'diplomatic',
  'cultural',
  'media',
  'legal',
  'economic',
  'people',
  'security',
  'cyber',
] as const

/** One of the eight categories; it follows what is hit, not who acts. */
export type Category = (typeof CATEGORIES)[number]

export const CATEGORY_LABELS: Readonly<Record<Category, string>> = {
  diplomatic: 'Diplomatic',
  cultural: 'Cultural',
  media: 'Media',
  legal: 'Legal',
  economic: 'Economic',
  people: 'People',
  security: 'Security',
  cyber: 'Cyber',
}

/** The letters that begin a category's indicator codes. */
export const CATEGORY_PREFIX: Readonly<Record<Category, string>> = {
  diplomatic: 'DIP',
  cultural: 'CUL',
  media: 'MED',
  legal: 'LEG',
  economic: 'ECO',
  people: 'PPL',
  security: 'SEC',
  cyber: 'CYB',
}

/** How long an incident's points last: words fade first, standing measures and harm last. */
export const PERSISTENCES = ['short', 'medium', 'long'] as const

export type Persistence = (typeof PERSISTENCES)[number]

/** Whether `value` is a category. */
export const isCategory = (value: unknown): value is Category => CATEGORIES.some((category) => category === value)

/** Whether `value` is a persistence. */
export const isPersistence = (value: unknown): value is Persistence => PERSISTENCES.some((name) => name === value)
