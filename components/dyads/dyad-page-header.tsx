import type { ReactNode } from 'react'
import { type DyadPage, DyadTabs } from '@/components/dyads/dyad-tabs'
import { dyadName } from '@/components/dyads/dyad-words'
import { PageHeader } from '@/components/ui/page-header'
import { codesOf } from '@/lib/core/dyad'

/** `Azerbaijan – Russia`, by the dyad's id. */
export function dyadTitle(dyadId: string): string {
  const [first, second] = codesOf(dyadId)
  return dyadName({ first, second })
}

interface DyadPageHeaderProps {
  dyadId: string
  page: DyadPage
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** The parameters of the page's reading; '' for now. */
  reading?: string
}

/** The head of a page of a dyad beside that of its score: the way back, the title, the dyad's other pages. */
export function DyadPageHeader({ dyadId, page, reading = '', ...header }: DyadPageHeaderProps) {
  const trail = [
    { href: '/', label: 'Overview' },
    { href: `/dyads/${dyadId}${reading && `?${reading}`}`, label: dyadTitle(dyadId) },
  ]
  return (
    <>
      <PageHeader {...header} trail={trail} />
      <DyadTabs dyadId={dyadId} current={page} reading={reading} />
    </>
  )
}
