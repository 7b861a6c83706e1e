import { posting, reading } from '@/lib/api/handler'
import { createIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { listIncidents } from '@/lib/incidents/queries'
import { createSchema } from '@/lib/incidents/schema'

/** One page of the incidents that the filter in the address shows. */
export const GET = reading('incident:read', async (viewer, request) =>
  Response.json(await listIncidents(viewer, parseFilter(new URL(request.url).searchParams))),
)

/** Logs an incident; the body is `createSchema`. */
export const POST = posting('incident:create', createSchema, createIncident, 201)
