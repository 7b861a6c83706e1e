/** An instant to the minute, UTC. */
export function Moment({ at }: { at: Date }) {
  const iso = at.toISOString()
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {iso.slice(0, 10)} {iso.slice(11, 16)}
      <span className="text-muted"> UTC</span>
    </time>
  )
}
