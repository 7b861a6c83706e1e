import type { AnnotationView } from '@/lib/annotations/views'
import { isoOf } from '@/lib/core/calendar'

/** What is typed into the form of an annotation. */
export interface AnnotationFields {
  date: string
  dateEnd: string
  text: string
  reason: string
}

export const FIELD_NAMES = ['date', 'dateEnd', 'text', 'reason'] as const

export const NO_FIELDS: AnnotationFields = { date: '', dateEnd: '', text: '', reason: '' }

/** The fields of what is on record. */
export const fieldsOf = ({ startDay, endDay, text }: Pick<AnnotationView, 'startDay' | 'endDay' | 'text'>) => ({
  date: isoOf(startDay),
  dateEnd: endDay === null ? '' : isoOf(endDay),
  text,
})

/** Whether anything was typed that is worth keeping. */
export const differs = (a: AnnotationFields, b: AnnotationFields): boolean =>
  FIELD_NAMES.some((name) => a[name] !== b[name])
