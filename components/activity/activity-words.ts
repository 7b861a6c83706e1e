import type { ActivityKind } from '@/lib/activity/filter'
import type { ActivityAction } from '@/lib/activity/log'
import type { ActivityEntry } from '@/lib/activity/views'
import type { AnnotationAction } from '@/lib/annotations/views'
import type { RecordedOutcome } from '@/lib/auth/outcomes'
import type { CommentKind } from '@/lib/comments/append'
import { REVISION_VERBS } from '@/lib/incidents/verbs'

/** What the filter calls each kind. */
export const KIND_WORDS: Readonly<Record<ActivityKind, string>> = {
  edit: 'Edits of incidents',
  approval: 'Approvals',
  return: 'Incidents sent back',
  retraction: 'Retractions',
  comment: 'Comments',
  check: 'Weekly checks',
  annotation: 'Annotations',
  export: 'Exports',
  method: 'Method',
  sample: 'Samples',
  seal: 'Seals',
  batch: 'Bulk approvals',
  watch: 'Watchlists and rules',
  briefing: 'Briefings',
  setting: 'Settings',
  account: 'Accounts',
  'sign-in': 'Sign-ins',
}

const COMMENTS: Readonly<Record<CommentKind, string>> = {
  comment: 'commented on',
  return: 'sent back',
  resolve: 'resolved a thread of',
  reopen: 'opened a thread again of',
}

/** Whoever failed to come in may be anybody: the account is only what they said. */
const SIGN_INS: Readonly<Record<RecordedOutcome, string>> = {
  ok: 'signed in',
  wrong: 'gave a wrong account or password',
  limited: 'tried to sign in too often',
  inactive: 'tried to sign in to a deactivated account',
}

const ANNOTATIONS: Readonly<Record<AnnotationAction, string>> = {
  created: 'annotated the charts:',
  edited: 'changed an annotation:',
  withdrawn: 'withdrew an annotation:',
}

const EXPORTS: Readonly<Record<string, string>> = {
  'incidents.csv': 'incidents',
  'activity.csv': 'the log',
  'series.csv': 'the weekly or daily series',
  'vintages.csv': 'the vintage table',
  'intervals.csv': 'the intervals',
  'intervals.json': 'the intervals',
  'signals.csv': 'the signals',
  'reciprocity.json': 'the answers between the two sides',
  'compare.csv': 'a comparison of dyads',
  briefing: 'a briefing',
}

/** A word of a vocabulary; what is not in it says itself. */
const wordOf = <T>(words: Readonly<Record<string, T>>, action: string): T | undefined => words[action]

type Wording = (entry: ActivityEntry) => string

const text = ({ detail }: ActivityEntry, name: string): string =>
  detail[name] === undefined ? '' : String(detail[name])

/** A thing by its title, where its entry holds one; else by its id. */
const named: Wording = (entry) => `“${text(entry, 'title') || entry.subject}”`

const SETTINGS: Readonly<Record<string, Wording>> = {
  selfApproval: (entry) =>
    text(entry, 'value') === 'true' ? 'let people approve their own work' : 'forbade people to approve their own work',
  timeZone: (entry) => `set the team’s time zone to ${text(entry, 'value')}`,
}

/** What was done to a watchlist or a rule; one of their own is named to nobody else. */
const watched =
  (what: string): Wording =>
  (entry) => {
    const verb = WATCH_VERBS[text(entry, 'done')] ?? text(entry, 'done')
    return text(entry, 'scope') === 'team'
      ? `${verb} the team’s ${what} ${named(entry)}`
      : `${verb} a ${what} of their own`
  }

const done: Wording = (entry) => WATCH_VERBS[text(entry, 'done')] ?? text(entry, 'done')

/** What a link leads to. */
const shared: Wording = (entry) =>
  text(entry, 'of') === 'briefing' ? `briefing ${entry.subject}` : `the page of ${entry.subject}`

const WATCH_VERBS: Readonly<Record<string, string>> = {
  created: 'made',
  changed: 'changed',
  archived: 'archived',
  restored: 'brought back',
  'switched-on': 'switched on',
  'switched-off': 'switched off',
}

const TEAM: Readonly<Record<ActivityAction, Wording>> = {
  exported: ({ subject }) => `exported ${wordOf(EXPORTS, subject) ?? subject}`,
  'method-drafted': (entry) => `began the draft of a method ${named(entry)}`,
  'method-draft-changed': (entry) => `changed the draft of a method ${named(entry)}`,
  'method-draft-discarded': (entry) => `discarded the draft of a method ${named(entry)}`,
  'method-published': (entry) => `published the method ${entry.subject}`,
  'sample-drawn': (entry) => `drew the sample ${named(entry)}`,
  'sample-closed': (entry) => `closed the sample ${named(entry)}`,
  'sample-coder-added': (entry) => `asked ${text(entry, 'coder')} to code the sample ${named(entry)}`,
  'sample-coder-excused': (entry) => `excused ${text(entry, 'coder')} from the sample ${named(entry)}`,
  sealed: (entry) => `made seal ${entry.subject}`,
  'batch-approved': (entry) => `approved ${text(entry, 'expected')} incidents at once`,
  'batch-undone': () => 'took a bulk approval back',
  'watchlist-written': watched('watchlist'),
  'watch-rule-written': watched('watch rule'),
  'briefing-drafted': (entry) => `began a briefing ${named(entry)}`,
  'briefing-draft-archived': (entry) => `archived the draft of a briefing ${named(entry)}`,
  'briefing-draft-restored': (entry) => `brought back the draft of a briefing ${named(entry)}`,
  'briefing-published': (entry) => `published briefing ${entry.subject} “${text(entry, 'title')}”`,
  'briefing-superseded': (entry) => `replaced briefing ${entry.subject} by ${text(entry, 'by')}`,
  'briefing-shared': (entry) => `shared ${shared(entry)} by a link until ${text(entry, 'until')}`,
  'briefing-link-revoked': (entry) => `revoked a link to ${shared(entry)}`,
  'briefing-template-written': (entry) => `${done(entry)} the template of briefings ${named(entry)}`,
  'briefing-schedule-written': (entry) => `${done(entry)} the schedule of briefings ${named(entry)}`,
  'setting-changed': (entry) => SETTINGS[entry.subject]?.(entry) ?? `changed the setting ${entry.subject}`,
}

const ACCOUNTS: Readonly<Record<string, Wording>> = {
  created: (entry) => `created the account ${entry.subject} as ${text(entry, 'role')}`,
  role: (entry) => `changed the role of ${entry.subject} from ${text(entry, 'from')} to ${text(entry, 'to')}`,
  deactivated: (entry) => `deactivated ${entry.subject}`,
  reactivated: (entry) => `reactivated ${entry.subject}`,
  password: (entry) =>
    text(entry, 'own') === 'true' ? 'changed their own password' : `gave ${entry.subject} a new password`,
  'signed-out-everywhere': (entry) => `signed ${entry.subject} out everywhere`,
}

/** What was done, after the name of who did it. An incident's title follows it. */
export function activityWords(entry: ActivityEntry): string {
  const { kind, action, subject } = entry
  if (kind === 'comment') return wordOf(COMMENTS, action) ?? action
  if (kind === 'check') return action === 'checked' ? `checked ${subject}` : `withdrew the check of ${subject}`
  if (kind === 'annotation') return `${wordOf(ANNOTATIONS, action) ?? action} “${subject}”`
  if (kind === 'account') return wordOf(ACCOUNTS, action)?.(entry) ?? `${action} ${subject}`
  if (kind === 'sign-in') return `${wordOf(SIGN_INS, action) ?? action}, as ${subject}`
  if (entry.incident) return wordOf(REVISION_VERBS, action) ?? action
  return wordOf(TEAM, action)?.(entry) ?? `${action} ${subject}`
}
