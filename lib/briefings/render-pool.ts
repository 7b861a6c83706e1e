import 'server-only'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Threads } from '@/lib/compute/threads'
import { DeskError } from '@/lib/errors'
import type { Composed, Source } from './apart/source'
import type { Answer, Frozen, Heard, Made, Said } from './apart/work'
import type { DrawsAsked } from './figures/briefing-data'
import type { WeekDraws } from './figures/dyad-data'
import { storedDraws } from './intervals'
import type { ExportFormat } from './render/formats'
import type { RenderOptions } from './render/rendering'

/** A thread that has nothing to do is kept a while: it has loaded the rules, the fonts and the makers of the formats. */
const IDLE_MS = 120_000
const MOST_WAITING = 64
/** Old space of a thread: a year's report with two thousand incidents takes over half of it as a Word file, and less as any other. */
const MOST_MEGABYTES = 640
/** Short-lived objects are looked through often rather than left to pile up. */
const YOUNG_MEGABYTES = 32

/** The two threads: no page of a draft waits until somebody's files are done. */
const PURPOSES = ['documents', 'files'] as const
type Purpose = (typeof PURPOSES)[number]

declare global {
  // Across the copies of this module that the app's bundles hold.
  var dyadwatchRenderers: Partial<Record<Purpose, Threads>> | undefined
}

function threadsFor(purpose: Purpose): Threads {
  globalThis.dyadwatchRenderers ??= {}
  const threads = globalThis.dyadwatchRenderers
  threads[purpose] ??= new Threads({
    entry: 'lib/briefings/apart/worker.mjs',
    // One document at a time: each takes memory, and the pages keep a core.
    maxThreads: 1,
    idleMs: IDLE_MS,
    mostWaiting: MOST_WAITING,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  return threads[purpose]
}

/** Somebody may end the work, and is told how far it is; `draws` are the desk's own unless a program without one has others. */
export interface ApartOptions extends RenderOptions {
  draws?: (asked: DrawsAsked) => Promise<WeekDraws[]>
}

/** Answers what a thread asks for. Says afterwards what stood in the way of that. */
function attend(port: MessagePort, { onProgress, draws = storedDraws }: ApartOptions): () => unknown {
  let failure: unknown
  const answer = (heard: Heard) => port.postMessage(heard)
  port.on('message', (said: Said) => {
    if ('share' in said) return onProgress?.(said.share)
    draws(said.draws).then(answer, (error: unknown) => {
      failure = error
      answer(null)
    })
  })
  // A process that has nothing else to do need not stay for it.
  port.unref()
  return () => failure
}

async function runApart<T>(purpose: Purpose, name: string, job: object, options: ApartOptions): Promise<T> {
  const { signal } = options
  signal?.throwIfAborted()
  const { port1, port2 } = new MessageChannel()
  const failureOf = attend(port1, options)
  try {
    const work = { ...job, port: port2 }
    const said = await threadsFor(purpose).run<Answer<T>>(work, { name, signal, transferList: [port2] })
    if ('refused' in said) throw new DeskError(said.refused.code, said.refused.message)
    // What the thread said last may come after its answer.
    options.onProgress?.(1)
    return said.answer
  } catch (error) {
    throw failureOf() ?? error
  } finally {
    port1.close()
  }
}

/**
 * Composes a briefing in a thread of its own, so that no page waits for it but the one that asked. An aborted signal ends the thread at once.
 * @throws DeskError NOT_FOUND where the record has no such week; Error AbortError when `signal` ends it.
 */
export async function composeApart(source: Source, options: ApartOptions = {}): Promise<Composed> {
  return JSON.parse(await runApart<string>('documents', 'compose', { source }, options))
}

/**
 * Composes a briefing and makes it in some formats, one after the other, in a thread of its own.
 * @throws as `composeApart`, and whatever a renderer throws.
 */
export const filesApart = (
  source: Source,
  formats: readonly ExportFormat[],
  options: ApartOptions = {},
): Promise<Made> => runApart('files', 'makeFiles', { source, formats }, options)

/** The same of a briefing that is published, with the texts that are kept of it. @throws as `filesApart`. */
export const frozenApart = (
  source: Source,
  formats: readonly ExportFormat[],
  options: ApartOptions = {},
): Promise<Frozen> => runApart('files', 'freeze', { source, formats }, options)

/** Ends the threads: for programs that are to end, and for tests. */
export async function closeRenderers(): Promise<void> {
  const open = globalThis.dyadwatchRenderers ?? {}
  globalThis.dyadwatchRenderers = undefined
  for (const purpose of PURPOSES) await open[purpose]?.end()
}
