import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { BriefingRun } from '@/lib/db/generated/client'
import { env } from '@/lib/env'
import { mailTransport } from '@/lib/mail/transport'
import { deskAddress } from '@/lib/watch/message'
import { titleOf } from './asked'
import { sourceOfDraft } from './draft-queries'
import { draftStateOf } from './draft-state'
import { draftRow } from './draft-store'
import { briefName } from './file-names'
import { makeFiles } from './make-files'
import { markText, type TlpMark } from './model/terms'
import { type Download, publishedFile } from './published-queries'
import type { ExportFormat } from './render/formats'
import { isMailable } from './schedules'
import type { ScheduleState } from './schema'

/** What is delivered of a run. */
interface Parcel {
  title: string
  mark: TlpMark
  /** Page of it, on the desk. */
  url: string
  files: Download[]
}

async function parcelOf(run: BriefingRun, state: ScheduleState, owner: Viewer, signal: AbortSignal): Promise<Parcel> {
  const prisma = await database()
  const { formats } = state
  if (run.briefingId !== null) {
    const id = run.briefingId
    const briefing = await prisma.briefing.findUniqueOrThrow({ where: { id }, select: { title: true, mark: true } })
    const files = await Promise.all(formats.map((format) => publishedFile(prisma, id, format)))
    return { title: briefing.title, mark: briefing.mark as TlpMark, url: `${deskAddress()}/briefings/${id}`, files }
  }
  const id = run.draftId ?? ''
  const { settings } = draftStateOf((await draftRow(prisma, id)).state)
  const { source } = await sourceOfDraft(owner, id)
  const nameOf = (format: ExportFormat) => briefName(settings, format)
  const { title, files } = await makeFiles(source, nameOf, formats, { signal })
  const url = `${deskAddress()}/briefings/drafts/${id}`
  return { title: title || titleOf(settings), mark: settings.mark, url, files }
}

/** The name of a file in the folder: two schedules, or two runs of one, never write over each other's. */
const nameInFolder = ({ scheduleId, dueAt }: BriefingRun, name: string): string =>
  `${dueAt.toISOString().slice(0, 10)}_${scheduleId.slice(0, 8)}_${name}`

/** Puts files into the folder that the settings name, each at once: nobody reads half of one. */
async function putIntoFolder(run: BriefingRun, { files }: Parcel): Promise<void> {
  const folder = env().briefingsFolder
  if (folder === undefined) throw new Error('No folder for briefings is set (BRIEFINGS_FOLDER)')
  await mkdir(folder, { recursive: true })
  for (const { name, bytes } of files) {
    const path = join(folder, nameInFolder(run, name))
    const part = join(folder, `.${randomUUID()}.part`)
    try {
      await writeFile(part, bytes)
      await rename(part, path)
    } finally {
      await rm(part, { force: true })
    }
  }
}

async function mailTo(to: string, run: BriefingRun, { title, mark, url, files }: Parcel): Promise<void> {
  if (!isMailable(mark)) throw new Error(`What is marked ${markText(mark)} is not mailed`)
  const id = `${run.scheduleId}.${run.dueAt.getTime()}`
  await mailTransport().sendMail({
    from: env().MAIL_FROM,
    to,
    subject: `[${markText(mark)}] ${title}`,
    text: `${title}\n${markText(mark)}\n\n${url}\n`,
    messageId: `<briefing.${id}@dyadwatch>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Idempotency-Key': id },
    attachments: files.map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(bytes),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

const EMAIL = 'email '
const LIST = new Intl.ListFormat('en-GB')
/** Mail servers can be talkative. */
const MOST_REASON_CHARACTERS = 200

/** The ways of a schedule, as they are noted of a run. On the desk it is already. */
const waysOf = ({ folder, emails }: ScheduleState): string[] => [
  ...(folder ? ['folder'] : []),
  ...[...new Set(emails)].map((address) => EMAIL + address),
]

const placesOf = (ways: readonly string[]): string =>
  LIST.format(ways.map((way) => (way.startsWith(EMAIL) ? way.slice(EMAIL.length) : 'the folder for briefings')))

const goBy = (way: string, run: BriefingRun, parcel: Parcel): Promise<void> =>
  way.startsWith(EMAIL) ? mailTo(way.slice(EMAIL.length), run, parcel) : putIntoFolder(run, parcel)

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '').slice(0, MOST_REASON_CHARACTERS)

/** Says who did not get it and why, each reason once, and who did. */
function undelivered(failures: ReadonlyMap<string, unknown>, delivered: readonly string[]): AggregateError {
  const ways = [...failures.keys()]
  const whyOf = (way: string) => reasonOf(failures.get(way))
  const sentences = [...new Set(ways.map(whyOf))].map(
    (why) => `Not delivered to ${placesOf(ways.filter((way) => whyOf(way) === why))}: ${why}.`,
  )
  if (delivered.length > 0) sentences.push(`Delivered to ${placesOf(delivered)}.`)
  return new AggregateError(failures.values(), sentences.join(' '))
}

/**
 * Delivers a run's briefing by every way of its schedule that it has not gone yet, and notes each: one that fails keeps it from nobody
 * else, and no later try sends again what went.
 * @throws AggregateError, for the owner to read, of the ways that failed; the signal's reason when it is aborted.
 */
export async function deliver(
  run: BriefingRun,
  state: ScheduleState,
  owner: Viewer,
  signal: AbortSignal,
): Promise<void> {
  const delivered = run.delivered as string[]
  const open = waysOf(state).filter((way) => !delivered.includes(way))
  if (open.length === 0) return
  const parcel = await parcelOf(run, state, owner, signal)
  const prisma = await database()
  const { scheduleId, dueAt } = run
  const failures = new Map<string, unknown>()
  for (const way of open) {
    signal.throwIfAborted()
    try {
      await goBy(way, run, parcel)
    } catch (error) {
      signal.throwIfAborted()
      failures.set(way, error)
      continue
    }
    delivered.push(way)
    await prisma.briefingRun.update({ where: { scheduleId_dueAt: { scheduleId, dueAt } }, data: { delivered } })
  }
  if (failures.size > 0) throw undelivered(failures, delivered)
}
