import { reading } from '@/lib/api/handler'
import { inboxNews } from '@/lib/inbox/queries'

/** How much the reader has not read, and the latest alerts among it. */
export const GET = reading('inbox:read', async (viewer) =>
  Response.json(await inboxNews(viewer), { headers: { 'cache-control': 'no-store' } }),
)
