/** The parts of the method page by their anchors, in order. */
export const METHOD_PARTS = [
  { id: 'short', title: 'In short' },
  { id: 'points', title: 'Points' },
  { id: 'verification', title: 'Verification' },
  { id: 'fading', title: 'Fading' },
  { id: 'score', title: 'Score' },
  { id: 'bands', title: 'Bands' },
  { id: 'example', title: 'Worked example' },
  { id: 'contributions', title: 'Contributions' },
  { id: 'directions', title: 'Directions' },
  { id: 'changes', title: 'Changes' },
  { id: 'weeks', title: 'Weeks' },
  { id: 'coverage', title: 'Coverage' },
  { id: 'records', title: 'Records' },
  { id: 'uncertainty', title: 'Uncertainty' },
  { id: 'cases', title: 'Special cases' },
  { id: 'parameters', title: 'Parameters' },
  { id: 'versions', title: 'Versions' },
  { id: 'limits', title: 'Limits' },
  { id: 'references', title: 'References' },
] as const

/** Anchor of a part. */
export type MethodPart = (typeof METHOD_PARTS)[number]['id']

/** The part that only those see who may draft. */
const DRAFTS = { id: 'drafts', title: 'Drafts' } as const

/** Links to the parts of the method page. */
export function MethodContents({ mayDraft }: { mayDraft: boolean }) {
  const after = METHOD_PARTS.findIndex(({ id }) => id === 'versions') + 1
  const parts = mayDraft ? [...METHOD_PARTS.slice(0, after), DRAFTS, ...METHOD_PARTS.slice(after)] : METHOD_PARTS
  return (
    <nav aria-label="On this page" className="text-sm lg:sticky lg:top-6" data-print="hide">
      <ul className="flex flex-wrap gap-x-4 lg:flex-col lg:border-l">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-flex min-h-7 items-center text-muted hover:text-ink hover:underline lg:pl-3"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
