import 'server-only'

export { draftHistory, getDraft, listDrafts, renderingOfDraft } from './draft-queries'
