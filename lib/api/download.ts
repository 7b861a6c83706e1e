/** Bytes with their name, as a download. */
interface File {
  name: string
  mediaType: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * A file to be kept, not shown: the browser takes it for what it says and nothing else, and no cache that others share keeps it. Names
 * are made of ids alone, so they need no quoting.
 */
export const fileResponse = ({ name, mediaType, bytes }: File): Response =>
  new Response(bytes, {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
