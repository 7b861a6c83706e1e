import type { Metadata } from 'next'
import { CheckHash } from '@/components/seals/check-hash'
import { SEALS_PAGE } from '@/components/seals/page-link'
import { SealNow } from '@/components/seals/seal-now'
import { SealTable } from '@/components/seals/seal-table'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { PageLinks } from '@/components/ui/page-links'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { findSeal, listSeals } from '@/lib/seals/queries'
import { isSealHash, sealsAddressSchema } from '@/lib/seals/schema'

export const metadata: Metadata = { title: SEALS_PAGE.label }

const PATH = SEALS_PAGE.href

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The seals of the record, and whether a hash that was kept outside is one of them. */
export default async function SealsPage({ searchParams }: PageProps) {
  const viewer = await viewerOrSignIn(PATH)
  if (!may(viewer, 'seal:read')) {
    return (
      <>
        <PageHeader title="Seals" />
        <EmptyState title={`Your role (${viewer.role}) may not read the seals.`} />
      </>
    )
  }
  const { before, hash } = sealsAddressSchema.parse(await searchParams)
  const asked = hash || undefined
  const wellFormed = asked !== undefined && isSealHash(asked)
  const [{ seals, next }, found] = await Promise.all([
    listSeals(viewer, { before }),
    wellFormed ? findSeal(viewer, asked) : null,
  ])
  return (
    <>
      <PageHeader
        title="Seals"
        lead="Each seal is one hash over the whole record. Kept outside of the desk, it shows later whether anything was rewritten."
      />
      <div className="space-y-5">
        {may(viewer, 'seal:make') && <SealNow />}
        <CheckHash asked={asked} found={found} wellFormed={wellFormed} />
        {seals.length === 0 ? (
          <EmptyState title="No seals yet">
            <p>The first is made within an hour of the desk’s start, then one each day.</p>
          </EmptyState>
        ) : (
          <Card padded={false}>
            <SealTable seals={seals} />
          </Card>
        )}
        <PageLinks
          newest={before === undefined ? null : PATH}
          older={next === null ? null : `${PATH}?before=${next}`}
        />
      </div>
    </>
  )
}
