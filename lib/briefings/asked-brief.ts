import { faultyInput } from '@/lib/form-action'
import { type BriefInput, briefSchema } from './schema'

const listOf = (text: string | null): string[] | undefined =>
  text
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/**
 * The briefing that an address or a command line asks for. One dyad and one week are a weekly briefing, several dyads a round-up, and
 * several weeks a special report, unless `kind` says.
 * @throws DeskError INVALID by field.
 */
export function askedBrief(asked: URLSearchParams): BriefInput {
  const [week, from, dyadIds] = [asked.get('week') ?? '', asked.get('from'), listOf(asked.get('dyads')) ?? []]
  const usual = from !== null && from !== week ? 'special' : dyadIds.length > 1 ? 'round-up' : 'weekly'
  const parsed = briefSchema.safeParse({
    kind: asked.get('kind') ?? usual,
    dyadIds,
    fromWeek: from ?? week,
    toWeek: week,
    language: asked.get('language') ?? 'en',
    mark: asked.get('mark') ?? 'GREEN',
    templateId: asked.get('template') ?? null,
    sections: listOf(asked.get('sections')) ?? null,
    title: '',
    method: asked.get('method') ?? 'then',
    asOf: asked.get('asOf') ?? undefined,
  })
  if (!parsed.success) throw faultyInput(parsed.error.issues)
  return parsed.data
}
