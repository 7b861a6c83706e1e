import 'server-only'

export { editSentence, takeBackEdit } from './draft-edits'
export { archiveDraft, changeDraft, createDraft, refreshDraft, reviseBriefing } from './drafts'
