/**
 * Names of places that links lead to. pdfkit sorts them by the system's language; letters and figures of one length come out in the order of
 * their bytes by any.
 */
const numbered = (kind: 'note' | 'part', number: number): string => `${kind}${String(number).padStart(7, '0')}`

export const placeOfNote = (number: number): string => numbered('note', number)
/** Of a section by its index. */
export const placeOfSection = (index: number): string => numbered('part', index)
