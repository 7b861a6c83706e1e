import 'server-only'

export { briefFile, downloadBriefing, draftFile, renderingOfBrief } from './downloads'
export { draftHistory, getDraft, listDrafts, renderingOfDraft } from './draft-queries'
export { exportFile, getExport } from './exports'
export { listLinks, sharedBriefing, sharedDyad, sharedFile, sharedSubject } from './link-queries'
export { briefingFile, getBriefing, listBriefings } from './published-queries'
export { deliveriesOffered, getSchedule, listSchedules } from './schedule-queries'
export { getTemplate, listTemplates } from './template-queries'
