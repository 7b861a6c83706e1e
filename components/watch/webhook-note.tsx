import type { RuleView } from '@/lib/watch/views'

/** How a receiver checks what a webhook brings, and what could not be sent. */
export function WebhookNote({ rule }: { rule: RuleView }) {
  const { webhookUrl, webhookSecret, failures } = rule
  return (
    <div className="space-y-3 text-sm">
      {webhookUrl !== null && webhookSecret !== null && (
        <>
          <p>
            Each alert is posted to <span className="break-all">{webhookUrl}</span> as JSON. The header
            <code className="mx-1">X-Dyadwatch-Signature</code>
            holds <code>sha256=</code> and the HMAC-SHA-256 of timestamp, a full stop and the body, by this secret; the
            timestamp is in <code>X-Dyadwatch-Timestamp</code>. A message that is sent again has the same
            <code className="ml-1">Idempotency-Key</code>.
          </p>
          <details>
            <summary className="text-xs font-medium text-muted">Show the secret</summary>
            <code className="mt-1 block break-all">{webhookSecret}</code>
          </details>
        </>
      )}
      {failures.length > 0 && (
        <ul className="space-y-1">
          {failures.map(({ channel, target, error, attempts, givenUp }) => (
            <li key={`${channel} ${target} ${error}`} className="break-words">
              <span className="font-medium">
                {channel === 'email' ? 'E-mail' : 'Webhook'} to <span className="break-all">{target}</span>
              </span>
              : {error} ({givenUp ? `given up after ${attempts} tries` : `tried ${attempts} times so far`})
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
