import { reading } from '@/lib/api/handler'
import { liveStream } from '@/lib/live/stream'

/** Server-sent events: that there may be news in the reader's inbox. */
export const GET = reading('inbox:read', async (viewer, request) => {
  // No transform: a compressed stream would be held back until it is full.
  const headers = {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  }
  return new Response(liveStream(viewer, request.signal), { headers })
})
