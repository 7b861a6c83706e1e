import 'server-only'

export { acknowledgeAlert, muteRule, snoozeAlert } from './alerts'
export { archiveWatchlist, changeWatchlist, createWatchlist } from './lists'
export { archiveRule, changeRule, createRule, switchRule } from './rules'
