import * as z from 'zod/mini'
import type { Reader } from '@/lib/db/transaction'
import { contentOf } from './content'
import type { DocumentTeam } from './model/document'
import { BRIEFING_KINDS, LANGUAGES, SECTION_KEYS, type SectionKey, TLP_MARKS } from './model/terms'

const stateSchema = z.object({
  teamName: z.string(),
  footer: z.string(),
  logo: z.nullable(z.object({ hash: z.string(), width: z.number(), height: z.number() })),
  sections: z.partialRecord(z.enum(BRIEFING_KINDS), z.array(z.enum(SECTION_KEYS))),
  language: z.enum(LANGUAGES),
  mark: z.enum(TLP_MARKS),
})

/** A template as it is stored; its logo by the hash of its content. */
export type TemplateState = z.infer<typeof stateSchema>

/** A stored state. */
export const templateStateOf = (stored: unknown): TemplateState => stateSchema.parse(stored)

/** What a template gives a document. */
export interface TemplateLook {
  team: DocumentTeam
  /** Parts by kind; those of the kind where it has none. */
  sections: TemplateState['sections'] & { readonly [kind: string]: readonly SectionKey[] | undefined }
}

/** How documents look without one. */
export const NO_TEMPLATE: TemplateLook = { team: { name: 'Dyadwatch', footer: '', logo: null }, sections: {} }

/** A stored logo as documents carry it. */
export async function logoOf(reader: Reader, logo: TemplateState['logo']): Promise<DocumentTeam['logo']> {
  if (logo === null) return null
  const { hash, width, height } = logo
  return { png: (await contentOf(reader, hash)).toString('base64'), width, height }
}

/** What a template gives, archived or not; the plain look for none. */
export async function templateLook(reader: Reader, id: string | null): Promise<TemplateLook> {
  const template = id === null ? null : await reader.briefingTemplate.findUnique({ where: { id } })
  if (!template) return NO_TEMPLATE
  const { teamName, footer, logo, sections } = templateStateOf(template.state)
  return { team: { name: teamName, footer, logo: await logoOf(reader, logo) }, sections }
}
