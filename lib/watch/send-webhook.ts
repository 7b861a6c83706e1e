import { createHmac } from 'node:crypto'
import { lookup as lookUp } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import type { AlertMessage } from './message'
import { isLocalName, isPublicAddress } from './targets'

const TIMEOUT_MS = 20_000

/** `sha256=…` over `timestamp.body`: what a receiver computes again with the rule's secret. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

/** Looks a name up and refuses it where any of its addresses is not public: what is looked up here is what is connected to. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    const inner = addresses.find(({ address }) => !isPublicAddress(address))
    if (inner) return done(new Error(`${hostname} is at ${inner.address}, which is not on the public internet`), [])
    if (options.all) return done(null, addresses)
    const [{ address, family }] = addresses
    done(null, address, family)
  })
}

/** @throws Error for an address that may not be sent to. */
function refuseTarget(url: URL): void {
  const local = isLocalName(url.hostname)
  if (local && !env().WEBHOOK_ALLOW_PRIVATE) throw new Error(`${url.hostname} is not on the public internet`)
  if (url.protocol !== 'https:' && !local) throw new Error('A webhook needs https')
}

/**
 * Posts an alert as JSON, signed. Redirects are not followed. Taken is what is answered with 2xx.
 * @throws Error that says why it was not taken, or not sent.
 */
export async function sendWebhook(target: string, secret: string, message: AlertMessage): Promise<void> {
  const url = new URL(target)
  refuseTarget(url)
  const body = JSON.stringify(message)
  const timestamp = String(Math.floor(now().getTime() / 1000))
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Dyadwatch',
    'idempotency-key': message.id,
    'x-dyadwatch-timestamp': timestamp,
    'x-dyadwatch-signature': signatureOf(secret, timestamp, body),
  }
  const guard = env().WEBHOOK_ALLOW_PRIVATE ? {} : { lookup: publicOnly }
  await new Promise<void>((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    const sent = request(url, { method: 'POST', headers, agent: false, ...guard }, (response) => {
      const { statusCode = 0 } = response
      response.destroy()
      if (statusCode >= 200 && statusCode < 300) resolve()
      else reject(new Error(`${url.host} answered ${statusCode}`))
    })
    const late = setTimeout(() => sent.destroy(new Error(`${url.host} did not answer in time`)), TIMEOUT_MS)
    sent.on('error', reject)
    // Some connections end with neither an answer nor an error: one that changes its protocol (101) is dropped so. After either this does nothing.
    sent.on('close', () => {
      clearTimeout(late)
      reject(new Error(`${url.host} gave no answer`))
    })
    sent.end(body)
  })
}
