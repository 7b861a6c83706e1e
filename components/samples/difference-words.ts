import type { Difference } from '@/lib/samples/views'

/** What sets the codings of a unit apart, in a word or two. */
export const DIFFERENCE_WORDS: Readonly<Record<Difference, string>> = {
  coders: 'coders differ',
  grades: 'credibility or confidence differs',
  record: 'differs from the record',
  uncodable: 'cannot be coded',
  none: 'agree',
}
