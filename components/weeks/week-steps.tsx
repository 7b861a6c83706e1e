import { LinkButton } from '@/components/ui/button'
import { WeekKeys } from '@/components/weeks/week-keys'

interface Step {
  weekId: string
  href: string
}

/** The ways to the week before and after, by link and by key. */
export function WeekSteps({ previous, next }: { previous: Step | null; next: Step | null }) {
  const steps = [
    { step: previous, mark: '◂', words: 'Week before', key: '[' },
    { step: next, mark: '▸', words: 'Week after', key: ']' },
  ]
  return (
    <nav aria-label="Weeks" className="inline-flex" data-print="hide">
      <WeekKeys previous={previous?.href ?? null} next={next?.href ?? null} />
      {steps.map(({ step, mark, words, key }) =>
        step ? (
          <LinkButton
            key={key}
            variant="quiet"
            size="sm"
            className="text-base"
            title={`${words}: ${step.weekId} (key ${key})`}
            href={step.href}
          >
            <span className="sr-only">{`${words}, ${step.weekId}`}</span>
            <span aria-hidden="true">{mark}</span>
          </LinkButton>
        ) : null,
      )}
    </nav>
  )
}
