import { posting } from '@/lib/api/handler'
import { backTestRule } from '@/lib/watch/queries'
import { backTestSchema } from '@/lib/watch/schema'

/** What a rule would have told of the record; input: `backTestSchema`. */
export const POST = posting('watch:read', backTestSchema, backTestRule)
