import type { Language } from '@/lib/briefings/model/terms'

/** A font that every office suite has, or one of the same widths; it has ə and Cyrillic. */
export const FONT = 'Arial'

/** Colours of text and lines, without `#` as office formats want them. */
export const INK = '1f2937'
export const GREY = '6b7280'
export const RULE = 'd1d5db'
export const PALE = 'f3f4f6'
export const BLACK = '000000'

/** `#c1272d` as office formats want it. */
export const hexOf = (colour: string): string => colour.replace('#', '')

/** Tags by which office suites choose the dictionary of a text. */
export const OFFICE_LANGUAGE: Readonly<Record<Language, string>> = { en: 'en-GB', az: 'az-Latn-AZ', ru: 'ru-RU' }
