import { mergeTexts } from '@/lib/incidents/merge-text'
import type { IncidentInput, SourceInput } from '@/lib/incidents/schema'

/**
 * What two people can change apart from each other. Fields that only make sense together are one part: a date taken from one
 * version and its precision from the other would say what neither of them wrote.
 */
export const MERGE_PARTS = {
  who: ['kind', 'dyadId', 'actor', 'target', 'mutual'],
  when: ['datePrecision', 'date', 'dateEarliest', 'dateLatest', 'dateEnd', 'ongoing'],
  dateBasis: ['dateBasis'],
  code: ['code'],
  confidence: ['confidence'],
  credibility: ['credibility'],
  title: ['title'],
  summary: ['summary'],
  sources: ['sources'],
  answers: ['respondsTo', 'respondsBasis'],
  tags: ['tags'],
  location: ['location'],
  actorType: ['actorType'],
  note: ['note'],
} as const satisfies Record<string, readonly (keyof IncidentInput)[]>

export type MergePart = keyof typeof MERGE_PARTS

/** Parts of free text: of two versions a third can be written. */
export const TEXT_PARTS = ['dateBasis', 'title', 'summary', 'location', 'actorType', 'note'] as const
export type TextPart = (typeof TEXT_PARTS)[number]

/** Whose version of a part is taken. Both go together for sources and for texts. */
export type MergeSide = 'mine' | 'theirs' | 'both'

export const isTextPart = (part: MergePart): part is TextPart => TEXT_PARTS.some((text) => text === part)

/** The sides that can be chosen for a part. */
export const sidesOf = (part: MergePart): MergeSide[] =>
  part === 'sources' || isTextPart(part) ? ['mine', 'theirs', 'both'] : ['mine', 'theirs']

export interface Merge {
  /** The parts that both changed, each to something else. */
  conflicts: MergePart[]
  /** The parts that only they changed: theirs is taken without asking. */
  taken: MergePart[]
  /** The parts that only I changed. */
  kept: MergePart[]
}

const PARTS = Object.keys(MERGE_PARTS) as MergePart[]

function partOf(input: IncidentInput, part: MergePart): Partial<IncidentInput> {
  return Object.fromEntries(MERGE_PARTS[part].map((field) => [field, input[field]]))
}

/** Whether two plain values have the same content, whatever the order of their keys: the database does not keep it. */
function sameContent(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return (
    left.size === right.size && [...left].every(([key, value]) => right.has(key) && sameContent(value, right.get(key)))
  )
}

const same = (a: IncidentInput, b: IncidentInput, part: MergePart) => sameContent(partOf(a, part), partOf(b, part))

/** Which parts of two versions of one base collide, and which go together by themselves. */
export function compareVersions(base: IncidentInput, mine: IncidentInput, theirs: IncidentInput): Merge {
  const merge: Merge = { conflicts: [], taken: [], kept: [] }
  for (const part of PARTS) {
    const [iChanged, theyChanged] = [!same(base, mine, part), !same(base, theirs, part)]
    // Tags are a set: both sides' additions and removals hold.
    if (iChanged && theyChanged && !same(mine, theirs, part) && part !== 'tags') merge.conflicts.push(part)
    else if (theyChanged && !same(mine, theirs, part)) merge.taken.push(part)
    else if (iChanged) merge.kept.push(part)
  }
  return merge
}

/** Both changes to a set of tags: what either added, less what either removed. */
function mergeTags(base: string[], mine: string[], theirs: string[]): string[] {
  const removed = base.filter((tag) => !mine.includes(tag) || !theirs.includes(tag))
  return [...new Set([...theirs, ...mine])].filter((tag) => !removed.includes(tag))
}

/** Their sources, then those that I added or changed. */
function mergeSources(base: SourceInput[], mine: SourceInput[], theirs: SourceInput[]): SourceInput[] {
  const own = mine.filter((source) => ![...base, ...theirs].some((other) => sameContent(source, other)))
  return [...theirs, ...own]
}

/** What was chosen: a side for each conflict, and what was written where both go together in a text. */
export interface MergeChoices {
  sides: Partial<Record<MergePart, MergeSide>>
  written?: Partial<Record<TextPart, string>>
}

/** A part in which both versions go together; a text as it is proposed, before anybody edits it. */
export function bothOf(
  part: MergePart,
  base: IncidentInput,
  mine: IncidentInput,
  theirs: IncidentInput,
): Partial<IncidentInput> {
  if (part === 'sources') return { sources: mergeSources(base.sources, mine.sources, theirs.sources) }
  return isTextPart(part) ? { [part]: mergeTexts(base[part], mine[part], theirs[part]) } : partOf(mine, part)
}

/**
 * One incident out of three versions: what only one side changed is that side's, and each conflict goes to the side that was
 * chosen, or to mine.
 */
export function mergeVersions(
  base: IncidentInput,
  mine: IncidentInput,
  theirs: IncidentInput,
  { sides, written = {} }: MergeChoices,
): IncidentInput {
  const { conflicts, taken } = compareVersions(base, mine, theirs)
  const fromTheirs = [...taken, ...conflicts.filter((part) => sides[part] === 'theirs')]
  const together = conflicts.filter((part) => sides[part] === 'both')
  const texts = together
    .filter(isTextPart)
    .flatMap((part) => (written[part] === undefined ? [] : [[part, written[part]]]))
  const merged = Object.assign(
    {},
    mine,
    ...fromTheirs.map((part) => partOf(theirs, part)),
    ...together.map((part) => bothOf(part, base, mine, theirs)),
    Object.fromEntries(texts),
  )
  return { ...merged, tags: mergeTags(base.tags, mine.tags, theirs.tags) }
}
