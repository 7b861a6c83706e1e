import type { Metadata } from 'next'
import { CodebookFilter, codebookPath } from '@/components/codebook/codebook-filter'
import { CodingGuide } from '@/components/codebook/coding-guide'
import { IndicatorRows } from '@/components/codebook/indicator-rows'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CategoryMark } from '@/components/ui/category-mark'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/session'
import {
  CATEGORIES,
  CATEGORY_LABELS,
  type Category,
  CODEBOOK_VERSION,
  INDICATORS,
  isCategory,
  ladderOf,
  searchIndicators,
} from '@/lib/core/codebook'
import type { MethodParameters } from '@/lib/core/scoring'
import { formatPlural } from '@/lib/format'
import { currentMethod } from '@/lib/method/queries'

export const metadata: Metadata = { title: 'Codebook' }

type Search = Record<string, string | string[] | undefined>

const LONGEST_SEARCH = 100

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

function Found({ q, category, parameters }: { q: string; category?: Category; parameters: MethodParameters }) {
  const found = searchIndicators(q).filter((indicator) => category === undefined || indicator.category === category)
  if (found.length === 0) {
    return (
      <EmptyState
        title={`No indicator matches “${q}”${category ? ` in ${CATEGORY_LABELS[category]}` : ''}.`}
        actions={<LinkButton href={codebookPath({ category })}>Show the ladders</LinkButton>}
      >
        <p>Try a code (DIP+2), the start of a code (dip), or fewer letters of a word in an anchor (arrest, embargo).</p>
      </EmptyState>
    )
  }
  const title = `${formatPlural(found.length, 'indicator')} for “${q}”`
  return (
    <Card id="found" title={title} lead="Best match first." padded={false}>
      <IndicatorRows caption={title} indicators={found} parameters={parameters} withCategory />
    </Card>
  )
}

function Ladder({ category, parameters }: { category: Category; parameters: MethodParameters }) {
  return (
    <Card id={category} title={<CategoryMark category={category} />} padded={false}>
      <IndicatorRows
        caption={`${CATEGORY_LABELS[category]}: the ladder from −5 to +5`}
        indicators={ladderOf(category)}
        parameters={parameters}
      />
    </Card>
  )
}

/** The codebook: eight ladders of ten rungs, the scale behind them, the rules of coding. */
export default async function CodebookPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams
  const { parameters } = await currentMethod(await viewerOrSignIn('/codebook'))
  const q = one(search.q).trim().slice(0, LONGEST_SEARCH)
  const wanted = one(search.category)
  const category = isCategory(wanted) ? wanted : undefined
  return (
    <>
      <PageHeader
        title="Codebook"
        lead={
          <p>
            {INDICATORS.length} indicators in eight ladders, version {CODEBOOK_VERSION}. Above 0 a rung escalates, below
            0 it eases. See the{' '}
            <a href="/codebook#scale" className="link">
              scale
            </a>{' '}
            behind the ladders and the{' '}
            <a href="/codebook#rules" className="link">
              coding rules
            </a>
            .
          </p>
        }
      />
      <CodebookFilter q={q} category={category} />
      <div className="mb-6 flex flex-col gap-6">
        {q === '' ? (
          (category ? [category] : CATEGORIES).map((each) => (
            <Ladder key={each} category={each} parameters={parameters} />
          ))
        ) : (
          <Found q={q} category={category} parameters={parameters} />
        )}
      </div>
      {q === '' && <CodingGuide />}
    </>
  )
}
