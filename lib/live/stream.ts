import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import { joinLive, type Listener } from './hub'

const HEARTBEAT_MS = 15_000
/** A stream ends after so long, and the browser opens another: so a session that ended is heard no further than that. */
const LIFE_MS = 10 * 60_000
const encoder = new TextEncoder()

/**
 * Server-sent events of a person: `news` whenever there may be news in their inbox. It says that and nothing more; what the news
 * are is asked for by the page, with its own session. Costs a timer and a set entry.
 */
export function liveStream({ accountId }: Viewer, signal: AbortSignal): ReadableStream<Uint8Array> {
  let leave = () => {}
  return new ReadableStream({
    async start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text))
      let open = true
      const end = () => {
        if (!open) return
        open = false
        leave()
        controller.close()
      }
      const beat = setInterval(() => open && say(': \n\n'), HEARTBEAT_MS)
      const life = setTimeout(end, LIFE_MS)
      beat.unref()
      life.unref()
      const listener: Listener = { accountId: accountId ?? '', news: () => open && say('event: news\ndata:\n\n'), end }
      const part = joinLive(listener)
      leave = () => {
        open = false
        clearInterval(beat)
        clearTimeout(life)
        void part.then((go) => go()).catch(() => undefined)
      }
      signal.addEventListener('abort', () => leave())
      try {
        await part
      } catch (error) {
        // The stream fails by this, and the browser opens another: nothing may be said on it any more.
        leave()
        throw error
      }
      // Said once it listens: what came before, the page finds when it asks at this.
      if (open) say('retry: 3000\nevent: news\ndata:\n\n')
    },
    cancel: () => leave(),
  })
}
