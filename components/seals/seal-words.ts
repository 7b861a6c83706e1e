import type { SealView } from '@/lib/seals/views'

/** When seals of a kind are made. */
export const SEAL_KIND_WORDS: Readonly<Record<SealView['kind'], string>> = {
  daily: 'Daily',
  asked: 'Asked for',
  briefing: 'With a briefing',
}

/** Who made it: the daily one nobody asks for. */
export const sealedBy = ({ kind, by }: SealView): string => by ?? (kind === 'daily' ? 'The desk' : 'Command line')
