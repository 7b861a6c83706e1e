import { reportBug } from '@/lib/errors'
import { askDatabase } from '@/lib/health/queries'

export const dynamic = 'force-dynamic'

const PATIENCE_MS = 3000

const answer = (status: 'ok' | 'unavailable', code: number) =>
  Response.json({ status }, { status: code, headers: { 'cache-control': 'no-store' } })

/** `{ status: 'ok' }` when the database answers; 503 when it does not, or not within three seconds. */
export async function GET(): Promise<Response> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer in time.')), PATIENCE_MS)
  })
  try {
    await Promise.race([askDatabase(), late])
    return answer('ok', 200)
  } catch (error) {
    reportBug(error)
    return answer('unavailable', 503)
  } finally {
    clearTimeout(timer)
  }
}
