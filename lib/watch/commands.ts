import 'server-only'

export { archiveWatchlist, changeWatchlist, createWatchlist } from './lists'
export { archiveRule, changeRule, createRule, switchRule } from './rules'
