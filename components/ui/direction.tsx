import { countryName } from '@/lib/countries'

interface DirectionProps {
  /** ISO 3166-1 alpha-3 codes. */
  actor: string
  target: string
  /** A joint act of both. */
  mutual?: boolean
  /** Codes instead of names. */
  short?: boolean
}

/** Who acts on whom: `Azerbaijan → Russia`, read out as “Azerbaijan to Russia”. */
export function Direction({ actor, target, mutual, short }: DirectionProps) {
  const shown = (code: string) => (short ? code : countryName(code))
  const words = mutual
    ? `${countryName(actor)} and ${countryName(target)} together`
    : `${countryName(actor)} to ${countryName(target)}`
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1" title={short ? words : undefined}>
      <span className="sr-only">{words}</span>
      <span aria-hidden="true">{shown(actor)}</span>
      <span aria-hidden="true" className="text-muted">
        {mutual ? '↔' : '→'}
      </span>
      <span aria-hidden="true">{shown(target)}</span>
    </span>
  )
}
