import type { DocumentNote } from '@/lib/briefings/model/document'
import type { Language } from '@/lib/briefings/model/terms'
import { Writer } from '@/lib/briefings/text/writer'

/** Outlet, date and reliability of a source on one line: `Report.az, 2025-07-02 (reliability C)`. */
export function noteText({ outlet, date, reliability }: DocumentNote, language: Language): string {
  const grade = new Writer(language, {}).text('source.grade', { grade: { text: reliability } })
  return `${[outlet, date].filter((part) => part !== '').join(', ')} (${grade})`
}

/** What a source says, in quotation marks; nothing where it quotes nothing. */
export const quoteText = ({ quote }: DocumentNote): string => (quote === '' ? '' : `“${quote}”`)
