import type { DocumentWords } from '@/lib/briefings/model/document'
import type { Language, SectionKey } from '@/lib/briefings/model/terms'
import type { Category, Confidence, MeasureKind, MeasureOrgan } from '@/lib/core/codebook'
import type { LikelihoodWords } from '@/lib/core/uncertainty'
import type { BandName } from '@/lib/palette'

/** Short words of tables, charts and key figures. */
export type LabelKey =
  | 'close'
  | 'change'
  | 'fourWeeks'
  | 'high'
  | 'interval'
  | 'incidents'
  | 'stocks'
  | 'escalatory'
  | 'relief'
  | 'date'
  | 'parties'
  | 'code'
  | 'title'
  | 'grade'
  | 'points'
  | 'part'
  | 'note'
  | 'measure'
  | 'since'
  | 'endedBy'
  | 'band'
  | 'share'
  | 'likelihood'
  | 'dyad'
  | 'driver'
  | 'peak'
  | 'parameter'
  | 'value'
  | 'notChecked'
  | 'record'
  | 'ahead'
  | 'now'
  | 'fading'
  | 'others'
  | 'before'
  | 'after'
  | 'data'
  | 'full'
  | 'from'

/** All that a language says in briefings. English is the one that others are checked against. */
export interface LanguagePack<TemplateKey extends string = string> {
  language: Language
  decimal: '.' | ','
  /** ICU messages. */
  templates: Readonly<Record<TemplateKey, string>>
  sections: Readonly<Record<SectionKey, string>>
  labels: Readonly<Record<LabelKey, string>>
  bands: Readonly<Record<BandName, string>>
  /** As an adjective or a name before “incidents”, in lower case. */
  categories: Readonly<Record<Category, string>>
  likelihoods: Readonly<Record<LikelihoodWords, string>>
  confidences: Readonly<Record<Confidence, string>>
  measures: Readonly<Record<MeasureKind, string>>
  organs: Readonly<Record<MeasureOrgan, string>>
  /** Months as they stand after a day's number. */
  months: readonly string[]
  shortMonths: readonly string[]
  words: DocumentWords
}
