import 'server-only'

export { dyadOutlook } from './outlook'
export { dyadReciprocity } from './reciprocity'
export { dyadSignals } from './signals'
