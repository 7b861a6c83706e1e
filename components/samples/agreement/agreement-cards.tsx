import { CodersCard } from '@/components/samples/agreement/coders-card'
import { ConfusionCard } from '@/components/samples/agreement/confusion-card'
import { GroupsTable } from '@/components/samples/agreement/groups-table'
import { OverallTable } from '@/components/samples/agreement/overall-table'
import { RungErrorCard } from '@/components/samples/agreement/rung-error-card'
import { agreementPath } from '@/components/samples/sample-path'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Tabs } from '@/components/ui/tabs'
import { CATEGORY_LABELS, type Confidence } from '@/lib/core/codebook'
import { formatPlural, formatRung } from '@/lib/format'
import { type AgreementReport, BREAKDOWNS, type Breakdown } from '@/lib/samples/report-views'

const LABELS: Record<Breakdown, string> = { category: 'By category', coder: 'By coder', month: 'By month' }

interface AgreementCardsProps {
  report: AgreementReport
  assumed: Readonly<Record<Confidence, number>>
  mayDraft: boolean
}

/** The whole report: all units, a breakdown when it is asked for, whom the coders took for what, and the rung errors. */
export function AgreementCards({ report, assumed, mayDraft }: AgreementCardsProps) {
  const { samples, units, codings, uncodable, withheld, overall, by, groups, pair } = report
  const { categories, rungs } = pair ?? report
  const names = pair ? { first: pair.first.name, second: pair.second.name } : undefined
  const ids = samples.map(({ id }) => id)
  const counted = `${formatPlural(units, 'unit')}, ${formatPlural(codings, 'coding')}`
  const aside = uncodable > 0 ? `, of which ${uncodable} could not be coded and are left aside` : ''
  return (
    <>
      {withheld > 0 && (
        <Callout tone="warning" title={`${formatPlural(withheld, 'unit')} left out`}>
          <p>You code the same incidents in a sample that is open; how others coded them is shown once it is closed.</p>
        </Callout>
      )}
      <Card id="overall" title="All units" lead={counted + aside} padded={false}>
        <OverallTable overall={overall} />
        <p className="border-t px-4 py-2 text-xs text-muted">
          Alpha and Gwet’s coefficient are 1 where all agree and 0 where they agree no more than by chance. Read by
          alpha: from 0.800 reliable, from 0.667 tentative, below not to be relied on. Ranges are 95 % bootstrap
          intervals.
        </p>
      </Card>
      <Card id="breakdown" title="Broken down" padded={false}>
        <div className="px-4">
          <Tabs
            label="Breakdown"
            items={BREAKDOWNS.map((name) => ({
              href: agreementPath(ids, name, pair && [pair.first.id, pair.second.id]),
              label: LABELS[name],
              current: name === by,
            }))}
          />
        </div>
        {by ? (
          <GroupsTable by={by} groups={groups} />
        ) : (
          <p className="p-4 text-sm text-muted">Choose how to break the figures down.</p>
        )}
      </Card>
      <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-2">
        <ConfusionCard
          id="categories"
          title="Categories taken for each other"
          what="category"
          pair={names}
          confusion={categories}
          label={(category) => CATEGORY_LABELS[category]}
        />
        <ConfusionCard
          id="rungs"
          title="Rungs taken for each other"
          what="rung"
          pair={names}
          confusion={rungs}
          label={formatRung}
        />
      </div>
      <CodersCard report={report} />
      <RungErrorCard report={report} assumed={assumed} mayDraft={mayDraft} />
    </>
  )
}
