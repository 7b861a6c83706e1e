import { posting } from '@/lib/api/handler'
import { previewDraw } from '@/lib/samples/queries'
import { previewSchema } from '@/lib/samples/schema'

/** How many incidents a sample would be drawn from. */
export const POST = posting('sample:manage', previewSchema, previewDraw)
