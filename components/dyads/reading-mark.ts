import type { DyadView } from '@/lib/dyads/views'

type ReadingView = Pick<DyadView, 'asOf' | 'unreviewed'>

/** Which record figures are from, as a file tells it in a column. */
export function readingWord({ asOf, unreviewed }: ReadingView): string {
  if (asOf) return `as of then, method of ${asOf.method}`
  return unreviewed ? 'with proposals' : 'now'
}

const END_OF_DAY = 'T23:59:59.999Z'

/** The same in the name of a file; nothing for what counts now. */
export function readingMark({ asOf, unreviewed }: ReadingView): string {
  if (!asOf) return unreviewed ? '-with-proposals' : ''
  const { at, method } = asOf
  const moment = at.endsWith(END_OF_DAY) ? at.slice(0, 10) : `${at.slice(0, 19).replaceAll(':', '')}Z`
  return `-as-of-${moment}-method-of-${method}`
}
