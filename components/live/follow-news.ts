import type { InboxNews } from '@/lib/inbox/views'

/** The page's own requests go first. */
const JOIN_AFTER_MS = 1500
/** News that come closer together are asked for together. */
const GATHER_MS = 400
/** The browser comes back by itself where a connection breaks, and gives up where it is refused: as by a proxy while the desk restarts. */
const REFUSED_MS = 60_000
/** Where the desk could not be asked, it is asked again after so long, and ever more rarely. */
const FIRST_AGAIN_MS = 2000
const MOST_AGAIN_MS = 60_000
const ANSWER_MS = 30_000

/**
 * What the inbox holds now; null where nobody is signed in any more who may read it.
 * @throws Error when it cannot be said now.
 */
async function readNews(): Promise<InboxNews | null> {
  const response = await fetch('/api/v1/inbox/news', { signal: AbortSignal.timeout(ANSWER_MS) })
  if (response.status === 401 || response.status === 403) return null
  if (!response.ok) throw new Error(`The inbox answered ${response.status}`)
  return response.json()
}

/** Asks what the news are, until it is told. `stop` ends it. */
function askForNews(take: (news: InboxNews) => void): { askIn: (wait: number) => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let again = FIRST_AGAIN_MS
  let over = false
  const ask = async () => {
    try {
      const news = await readNews()
      again = FIRST_AGAIN_MS
      if (news && !over) take(news)
    } catch (error) {
      console.warn('The inbox could not be asked; it is tried again.', error)
      askIn(again)
      again = Math.min(again * 2, MOST_AGAIN_MS)
    }
  }
  const askIn = (wait: number) => {
    if (over) return
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), wait)
  }
  const stop = () => {
    over = true
    clearTimeout(timer)
  }
  return { askIn, stop }
}

/**
 * Tells an open page what is in the reader's inbox: once at first, and whenever there may be news, until the returned function is called. It
 * holds a stream only while the page is looked at: over HTTP/1.1 a browser opens six connections to a desk, so six tabs that held one would
 * leave none for the next page or save. A hidden tab misses nothing: with the stream that it joins when it is looked at again, it asks.
 */
export function followNews(take: (news: InboxNews) => void): () => void {
  const asking = askForNews(take)
  let source: EventSource | undefined
  let joining: ReturnType<typeof setTimeout> | undefined
  const leave = () => {
    clearTimeout(joining)
    source?.close()
    source = undefined
  }
  const join = () => {
    leave()
    const joined = new EventSource('/api/live')
    joined.addEventListener('news', () => asking.askIn(GATHER_MS))
    joined.addEventListener('error', () => {
      if (source === joined && joined.readyState === EventSource.CLOSED) joining = setTimeout(join, REFUSED_MS)
    })
    source = joined
  }
  const isSeen = () => document.visibilityState === 'visible'
  const look = () => {
    if (!isSeen()) leave()
    else if (!source) join()
  }
  const begin = setTimeout(() => {
    look()
    // A tab that was opened in the background has to know what was there, to tell later what came since.
    if (!isSeen()) asking.askIn(0)
  }, JOIN_AFTER_MS)
  document.addEventListener('visibilitychange', look)
  return () => {
    clearTimeout(begin)
    document.removeEventListener('visibilitychange', look)
    leave()
    asking.stop()
  }
}
