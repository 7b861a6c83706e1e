import 'server-only'

export { asOfComparison } from './comparison'
export { asOfMethods } from './methods'
export { countProposed } from './proposed'
export { recordStops } from './stops'
export { vintageTable } from './vintages'
