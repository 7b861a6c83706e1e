import { byWords, DayOfInstant } from '@/components/method/published-words'
import type { VersionView } from '@/lib/method/views'

/** When, by whom and from what a version was made, and why. */
export function VersionFacts({ version }: { version: VersionView }) {
  const { hash, publishedAt, by, basedOn, before, reason } = version
  return (
    <>
      <p className="text-sm text-muted">
        Published <DayOfInstant at={publishedAt} /> {byWords(by)}
        {basedOn !== null && basedOn !== before?.id && `, drafted from ${basedOn}`}. Parameters{' '}
        <code className="font-mono">{hash}</code>.
      </p>
      <p className="max-w-[70ch]">{reason}</p>
    </>
  )
}
