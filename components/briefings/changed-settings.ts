import * as z from 'zod/mini'
import { parsed } from '@/components/samples/browser-text'
import { LANGUAGES, TLP_MARKS } from '@/lib/briefings/model/terms'
import type { DraftSettings } from '@/lib/briefings/schema'

/** Under what changed settings are kept, and written; no sentence is called so. */
export const SETTINGS = 'settings'

/** As they are typed: a week may be half of one still. */
const typedSchema = z.partial(
  z.object({
    title: z.string(),
    fromWeek: z.string(),
    toWeek: z.string(),
    language: z.enum(LANGUAGES),
    mark: z.enum(TLP_MARKS),
    templateId: z.nullable(z.string()),
  }),
)

/** Settings that are changed and not saved. */
export type ChangedSettings = z.infer<typeof typedSchema>

/** Those of some settings that are not what the draft has. */
export const unlike = (changed: ChangedSettings, settings: DraftSettings): ChangedSettings =>
  Object.fromEntries(Object.entries(changed).filter(([name, value]) => Reflect.get(settings, name) !== value))

/** The changed settings that were kept as a text, but for those that the draft has meanwhile. */
export function changedSettings(text: string | undefined, settings: DraftSettings): ChangedSettings {
  const changed = typedSchema.safeParse(parsed(text ?? null))
  return changed.success ? unlike(changed.data, settings) : {}
}
