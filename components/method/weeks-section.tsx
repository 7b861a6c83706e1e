import { MethodSection, Prose } from '@/components/method/section'

const WEEKLY = [
  {
    name: 'Close',
    meaning: 'The score on Sunday; in a running week the score today, marked as in progress. It is the week’s figure.',
  },
  {
    name: 'High',
    meaning: 'The highest daily score of the week, with its first day; drawn as a whisker above the close.',
  },
  {
    name: 'Low and mean',
    meaning: 'The lowest daily score, and the average of the days. The mean is for averages over months only.',
  },
  { name: 'Change', meaning: 'This close less the close before. Without new incidents it is the fading alone.' },
  { name: 'Inflow', meaning: 'The full points of the incidents that began in the week, by direction and by sign.' },
]

/** What a weekly figure means, when it is no figure at all, and what a record is. */
export function WeeksSection() {
  return (
    <>
      <MethodSection id="weeks" title="Weeks: the figures of the chart">
        <Prose>
          Weeks are ISO 8601, Monday to Sunday, by UTC calendar dates. The score has no times of day. The weekly line is
          the daily score looked at on Sundays, so it needs no formula of its own.
        </Prose>
        <dl className="max-w-[70ch]">
          {WEEKLY.map(({ name, meaning }) => (
            <div key={name} className="grid gap-x-4 border-b py-1.5 sm:grid-cols-[8rem_1fr]">
              <dt className="font-medium">{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </MethodSection>
      <MethodSection id="coverage" title="Coverage: not checked is never zero">
        <Prose>
          A quiet week is only quiet if someone looked. Each week of a dyad is checked (someone stated that the sources
          were gone through and there is nothing more to report), known by its incidents alone, or not checked. A week
          that is not checked is hatched in every chart and blank in every table. A dyad that has not been checked
          lately shows its last checked figure, greyed, with the week it comes from; what the arithmetic alone would
          have left of it today stands beside it.
        </Prose>
        <div aria-hidden="true" className="flex gap-4 text-xs text-muted">
          <span className="flex items-center gap-1.5">
            <span className="size-4 rounded-[1px] bg-muted" /> checked
          </span>
          <span className="flex items-center gap-1.5">
            <span className="size-4 rounded-[1px] border border-line-strong bg-sunken" /> incidents only
          </span>
          <span className="flex items-center gap-1.5">
            <span className="hatched size-4 rounded-[1px] border border-line-strong" /> not checked
          </span>
        </div>
      </MethodSection>
      <MethodSection id="records" title="Records">
        <Prose>
          A week can set a record only if its close rose over the week before. It is then the “highest weekly close
          since” the latest earlier week that closed at least as high, or, when there is none, the highest on record,
          with the day on which the record began.
        </Prose>
      </MethodSection>
    </>
  )
}
