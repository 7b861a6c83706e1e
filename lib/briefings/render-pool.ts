import 'server-only'
import { resolve } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { ExportFormat } from './render/formats'
import type { Rendering, RenderOptions } from './render/rendering'

/** A thread that has nothing to do is kept a while: it has loaded the fonts and the makers of the formats. */
const IDLE_MS = 120_000
const MOST_WAITING = 64
/** Old space of a thread: a year's report with two thousand incidents takes over half of it as a Word file, and less as any other. */
const MOST_MEGABYTES = 640
/** Short-lived objects are looked through often rather than left to pile up. */
const YOUNG_MEGABYTES = 32

declare global {
  // Across the copies of this module that the app's bundles hold.
  var dyadwatchRenderers: Piscina | undefined
}

function pool(): Piscina {
  globalThis.dyadwatchRenderers ??= new Piscina({
    filename: resolve(/*turbopackIgnore: true*/ process.cwd(), 'lib/briefings/render/worker.mjs'),
    minThreads: 0,
    // One document at a time: each takes memory, and the pages keep a core.
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    maxQueue: MOST_WAITING,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  return globalThis.dyadwatchRenderers
}

/**
 * Makes one format's file in a thread of its own, so that no page waits for it. An aborted signal ends the thread at once.
 * @throws whatever the renderer throws; Error AbortError when `signal` ends it.
 */
export async function renderApart(
  format: ExportFormat,
  rendering: Rendering,
  { signal, onProgress }: RenderOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  signal?.throwIfAborted()
  const { document, data, figures } = rendering
  const { port1, port2 } = new MessageChannel()
  port1.on('message', (share: number) => onProgress?.(share))
  // A process that has nothing else to do need not stay for it.
  port1.unref()
  try {
    const job = { format, rendering: { document, data, figures }, port: port2 }
    return await pool().run(job, { signal, transferList: [port2] })
  } finally {
    port1.close()
  }
}

/** Ends the threads: for programs that are to end, and for tests. */
export async function closeRenderers(): Promise<void> {
  const open = globalThis.dyadwatchRenderers
  globalThis.dyadwatchRenderers = undefined
  await open?.destroy()
}
