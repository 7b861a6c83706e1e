import type { BrowserContext } from 'playwright-core'
import { baseUrl, openPage } from './browser'

/*
 * What a browser test does over HTTP, beside what it is about: the desk's API, with the session of an open window.
 */

/** Where a write left an incident. */
export interface Saved {
  dyadId: string
  id: string
  revision: number
  status: string
}

async function post<T>(context: BrowserContext, path: string, data: unknown): Promise<T> {
  const response = await context.request.post(`${baseUrl()}${path}`, { data, headers: { origin: baseUrl() } })
  if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`)
  return response.json()
}

/** Submits an incident of 5 July 2025, Russia to Azerbaijan, but for what `fields` say. */
export function submit(context: BrowserContext, fields: Record<string, unknown>): Promise<Saved> {
  const incident = {
    actor: 'RUS',
    target: 'AZE',
    date: '2025-07-05',
    code: 'DIP+2',
    credibility: 2,
    confidence: 'high',
    sources: [{ outlet: 'Test wire', reliability: 'B' }],
    ...fields,
  }
  return post(context, '/api/v1/incidents', { incident, submit: true })
}

/** Approves the latest revision of an incident, as the reviewer or as the admin where the reviewer wrote part of it. */
export async function approveAs(role: 'reviewer' | 'admin', key: { dyadId: string; id: string }): Promise<Saved> {
  const { context } = await openPage({ role })
  const read = await context.request.get(`${baseUrl()}/api/v1/incidents/${key.dyadId}/${key.id}`)
  const { revision }: Saved = await read.json()
  return post(context, '/api/v1/review/approve', { ...key, baseRevision: revision, comment: '' })
}
