import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { IndicatorFacts } from '@/components/codebook/indicator-facts'
import { codeFromSegment, indicatorPath } from '@/components/codebook/indicator-path'
import { LadderList } from '@/components/codebook/ladder-list'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CategoryMark } from '@/components/ui/category-mark'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/session'
import { CATEGORY_LABELS, indicatorOf } from '@/lib/core/codebook'
import { currentMethod } from '@/lib/method/queries'

interface Props {
  params: Promise<{ code: string }>
}

const indicatorAt = (segment: string) => indicatorOf(codeFromSegment(segment) ?? '')

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const indicator = indicatorAt((await params).code)
  return { title: indicator ? `${indicator.code} ${indicator.label}` : 'Not found' }
}

/** One indicator under its own address; other ways to write its code lead to that one. */
export default async function IndicatorPage({ params }: Props) {
  const { code: segment } = await params
  const indicator = indicatorAt(segment)
  if (!indicator) notFound()
  const path = indicatorPath(indicator.code)
  const viewer = await viewerOrSignIn(path)
  if (`/codebook/${segment}` !== path && segment !== indicator.code) permanentRedirect(path)
  const { parameters } = await currentMethod(viewer)
  return (
    <>
      <PageHeader
        trail={[
          { href: '/codebook', label: 'Codebook' },
          { href: `/codebook?category=${indicator.category}`, label: CATEGORY_LABELS[indicator.category] },
        ]}
        title={
          <>
            <span className="mr-2 tabular-nums">{indicator.code}</span>
            {indicator.label}
          </>
        }
        lead={<CategoryMark category={indicator.category} />}
        actions={<LinkButton href={`/incidents?code=${encodeURIComponent(indicator.code)}`}>Its incidents</LinkButton>}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <Card id="anchor" title="Anchor">
          <p className="mb-4 max-w-prose border-l-[3px] border-ink pl-4 text-lg leading-relaxed">{indicator.anchor}</p>
          <IndicatorFacts indicator={indicator} parameters={parameters} />
        </Card>
        <Card id="ladder" title="On its ladder" lead="The neighbours with their anchors: does one of them fit better?">
          <LadderList indicator={indicator} />
        </Card>
      </div>
    </>
  )
}
