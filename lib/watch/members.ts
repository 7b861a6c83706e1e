import * as z from 'zod/mini'
import type { Watchlist } from '@/lib/db/generated/client'

const membersSchema = z.array(z.object({ dyadId: z.string(), since: z.string() }))

/** A dyad on a list, and since when. */
export type Member = z.infer<typeof membersSchema>[number]

/** The dyads of a stored list. */
export const membersOf = ({ members }: Pick<Watchlist, 'members'>): Member[] => membersSchema.parse(members)
