import 'server-only'

export { editSentence, takeBackEdit } from './draft-edits'
export { archiveDraft, changeDraft, createDraft, refreshDraft, reviseBriefing } from './drafts'
export { cancelExport, startExport } from './exports'
export { revokeLink, shareBriefing, shareDyad } from './links'
export { publishBriefing } from './publish'
export { changeSchedule, createSchedule, switchSchedule } from './schedules'
export { archiveTemplate, changeTemplate, createTemplate } from './templates'
