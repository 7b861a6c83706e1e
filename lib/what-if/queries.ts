import 'server-only'

export { aheadView } from './ahead'
export { withoutView } from './without'
