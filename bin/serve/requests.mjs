/** Past this many bytes Next would cut a body short and only log it, so a larger one is refused instead. */
const MAX_BODY = 10 * 1024 * 1024

function refuse(response, status, title) {
  const body = JSON.stringify({ type: 'about:blank', title, status })
  response.writeHead(status, { 'content-type': 'application/problem+json', connection: 'close' }).end(body)
  return true
}

/** Answers a request whose body is too large, or does not say how large it is, and returns whether it did. */
export function tooLarge(request, response) {
  const { 'content-length': length, 'transfer-encoding': transfer } = request.headers
  if (transfer !== undefined) return refuse(response, 411, 'Say how long the body is.')
  if (Number(length ?? 0) > MAX_BODY) return refuse(response, 413, 'The body is longer than 10 MB.')
  return false
}

/**
 * Replaces whatever the client says about itself as if it were a proxy by what the socket says. Next fills these headers in only
 * where they are missing, and the limit on sign-ins counts by them.
 */
export function trustOnlyTheSocket(request) {
  const { headers, socket } = request
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip') delete headers[name]
  }
  headers['x-forwarded-for'] = socket.remoteAddress ?? ''
  headers['x-forwarded-proto'] = socket.encrypted ? 'https' : 'http'
  headers['x-forwarded-port'] = String(socket.localPort ?? '')
  if (headers.host) headers['x-forwarded-host'] = headers.host
}
