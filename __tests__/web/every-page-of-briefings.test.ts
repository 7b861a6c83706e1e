import { DRAFT_ID, SCHEDULE_ID, sharedPaths, TEMPLATE_ID } from '../support/briefing-places'
import { testEveryLook } from '../support/every-look'

const shared = sharedPaths()

testEveryLook([
  ['briefings', '/briefings', 'viewer'],
  ['briefings-drafts', '/briefings?q=azerbaijan', 'reviewer'],
  ['briefings-none', '/briefings?q=zeppelin', 'viewer'],
  ['briefing-new', '/briefings/new?dyad=AZE-RUS&week=2025-W27', 'analyst'],
  ['briefing-new-refused', '/briefings/new', 'viewer'],
  ['briefing-drafts-open', '/briefings/drafts', 'analyst'],
  ['briefing-drafts-archived', '/briefings/drafts?show=archived', 'analyst'],
  ['briefing-draft', `/briefings/drafts/${DRAFT_ID}`, 'reviewer'],
  // Who is coding one of its dyads blind is told so.
  ['briefing-draft-refused', `/briefings/drafts/${DRAFT_ID}`, 'analyst'],
  ['briefing', `/briefings/${shared.briefingId}`, 'reviewer'],
  ['briefing-unknown', '/briefings/1999-001', 'viewer'],
  ['briefing-templates', '/briefings/templates', 'reviewer'],
  ['briefing-template', `/briefings/templates/${TEMPLATE_ID}`, 'reviewer'],
  ['briefing-template-new', '/briefings/templates/new', 'reviewer'],
  ['briefing-schedules', '/briefings/schedules', 'reviewer'],
  ['briefing-schedule', `/briefings/schedules/${SCHEDULE_ID}`, 'reviewer'],
  ['briefing-schedule-new', '/briefings/schedules/new', 'reviewer'],
  ['inbox-of-schedules', '/inbox', 'reviewer'],
  ['briefing-links', '/briefings/links?dyad=AZE-RUS', 'reviewer'],
  ['shared-briefing', shared.briefing, undefined],
  ['shared-dyad', shared.dyad, undefined],
  ['shared-revoked', shared.revoked, undefined],
  ['shared-unknown', '/s/nothing-of-the-kind', undefined],
])
