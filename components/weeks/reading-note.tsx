import Link from 'next/link'
import { momentWords } from '@/components/dyads/as-of/moment-words'
import { Callout } from '@/components/ui/callout'
import type { ReadingAsOf } from '@/lib/dyads/views'

interface ReadingNoteProps {
  asOf: ReadingAsOf | null
  unreviewed: boolean
  /** The same page with what counts now. */
  now: string
}

/** Says that a page is not of what counts now, and leads back to that. */
export function ReadingNote({ asOf, unreviewed, now }: ReadingNoteProps) {
  if (!asOf && !unreviewed) return null
  const title = asOf ? `As known on ${momentWords(asOf.at)}` : 'A preview: what is proposed counts too'
  return (
    <Callout tone={asOf ? 'info' : 'warning'} title={title} className="mb-4">
      <p>
        {asOf
          ? `Everything here is from the record of then, by the method of ${asOf.method}. `
          : 'What nobody has approved yet is counted as if approved. '}
        <Link href={now} className="link font-semibold">
          Back to {asOf ? 'now' : 'what is approved'}
        </Link>
      </p>
    </Callout>
  )
}
