const EMPTY = '<!doctype html><html lang="en"><head><title>Preview</title></head><body></body></html>'

/**
 * GET: an empty page, into which the composer puts its preview. It tells nothing, so whoever asks may have it; proxy.ts gives it a policy
 * under which nothing runs.
 */
export const GET = (): Response =>
  new Response(EMPTY, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, max-age=3600' },
  })
