import type { MessagePort } from 'node:worker_threads'
import { type DrawsAsked, drawsAsked } from '@/lib/briefings/figures/briefing-data'
import type { Intervals, WeekDraws } from '@/lib/briefings/figures/dyad-data'
import type { ExportFormat } from '@/lib/briefings/render/formats'
import { render } from '@/lib/briefings/render/registry'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { canonicalJson } from '@/lib/core/canonical-json'
import { type ErrorCode, isDeskError } from '@/lib/errors'
import { composedOf, renderingOf, type Source } from './source'

/*
 * What the threads beside the pages do. They know no database: the draws of a dyad's weeks are asked for through the port, which also
 * tells how far the work is.
 */

/** What a thread says while it works. */
export type Said = { share: number } | { draws: DrawsAsked }

/** What it hears of draws; null where they cannot be had, and whoever was asked knows why. */
export type Heard = WeekDraws[] | null

/** An answer; or what a `DeskError` said, of which a thread can hand on no more than its plain parts. */
export type Answer<T> = { answer: T } | { refused: { code: ErrorCode; message: string } }

/** Files of a briefing, in the order in which they were asked for. */
export interface Made {
  title: string
  files: Uint8Array<ArrayBuffer>[]
}

/** What is frozen of a briefing: its files, and its document and figures as canonical JSON. */
export interface Frozen extends Made {
  document: string
  figures: string
}

interface Job {
  source: Source
  port: MessagePort
}

interface FilesJob extends Job {
  formats: readonly ExportFormat[]
}

/** The figures and the document are as much work as some two thirds of a file. */
const DATA_WEIGHT = 2 / 3

const intervalsThrough =
  (port: MessagePort): Intervals =>
  async (record, days) => {
    port.postMessage({ draws: drawsAsked(record, days) } satisfies Said)
    const heard = await new Promise<Heard>((resolve) => port.once('message', resolve))
    if (heard === null) throw new Error(`the draws of ${record.dyadId} could not be had`)
    return heard
  }

async function answering<T>({ port }: Job, work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { answer: await work() }
  } catch (error) {
    if (!isDeskError(error)) throw error
    return { refused: { code: error.code, message: error.message } }
  } finally {
    port.close()
  }
}

/** What pages show of a briefing, as JSON: a text is handed over, and read, in less than half the time that objects take. */
export const compose = (job: Job): Promise<Answer<string>> =>
  answering(job, async () => JSON.stringify(await composedOf(job.source, intervalsThrough(job.port))))

async function filesOf({ source, formats, port }: FilesJob): Promise<{ rendering: Rendering; made: Made }> {
  const all = DATA_WEIGHT + formats.length
  const tell = (done: number) => port.postMessage({ share: done / all } satisfies Said)
  const onDyad = (done: number, dyads: number) => tell((DATA_WEIGHT * done) / dyads)
  const rendering = await renderingOf(source, intervalsThrough(port), { onDyad })
  const files: Uint8Array<ArrayBuffer>[] = []
  for (const [index, format] of formats.entries()) {
    const onProgress = (share: number) => tell(DATA_WEIGHT + index + share)
    // Bytes of their own: a renderer may answer with a part of a larger buffer.
    files.push(new Uint8Array(await render(format)(rendering, { onProgress })))
    onProgress(1)
  }
  return { rendering, made: { title: rendering.document.title, files } }
}

/** Makes files of a briefing, one after the other. */
export const makeFiles = (job: FilesJob): Promise<Answer<Made>> => answering(job, async () => (await filesOf(job)).made)

/** The same, with the texts that are kept beside them. */
export const freeze = (job: FilesJob): Promise<Answer<Frozen>> =>
  answering(job, async () => {
    const { rendering, made } = await filesOf(job)
    return { ...made, document: canonicalJson(rendering.document), figures: canonicalJson(rendering.figures) }
  })
