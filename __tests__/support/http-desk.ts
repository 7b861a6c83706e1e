import { codesOf } from '@/lib/core/dyad'
import type { HttpClient } from './http-client'
import { makeIncident } from './incidents'
import type { Address, Desk, Outcome, Seen } from './writers'

/** The answer's body, where its status is the expected one; anything else is thrown whole. */
async function bodyOf<T>(response: Response, status: number): Promise<T> {
  const text = await response.text()
  if (response.status !== status) throw new Error(`${response.url}: ${response.status} ${text}`)
  return JSON.parse(text)
}

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.status === 409) return 'conflict'
  if (response.status !== 422) return bodyOf<{ revision: number }>(response, 200)
  const { title } = await bodyOf<{ title: string }>(response, 422)
  if (!title.includes('does not wait')) throw new Error(`${response.url}: 422 ${title}`)
  return 'not waiting'
}

const pathOf = ({ dyadId, id }: Address) => `/api/v1/incidents/${dyadId}/${id}`

/** A person's way to the record over HTTP. */
export function httpDesk(client: HttpClient): Desk {
  return {
    log: async (dyadId, title) => {
      const [actor, target] = codesOf(dyadId)
      const body = { incident: makeIncident({ actor, target, title }), submit: true }
      return bodyOf<Address>(await client.post('/api/v1/incidents', body), 201)
    },
    see: async (address) => bodyOf<Seen>(await client.get(pathOf(address)), 200),
    edit: async (seen, incident, reason) => {
      const body = { baseRevision: seen.revision, incident, submit: true, reason }
      return outcomeOf(await client.put(pathOf(seen), body))
    },
    approve: async ({ dyadId, id, revision }, comment) => {
      const body = { dyadId, id, baseRevision: revision, comment }
      return outcomeOf(await client.post('/api/v1/review/approve', body))
    },
  }
}
