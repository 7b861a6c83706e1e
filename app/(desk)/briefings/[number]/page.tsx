import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { BRIEFINGS_PATH, briefingPath, documentPath, fileHref } from '@/components/briefings/briefing-words'
import { ChangeNoteSection } from '@/components/briefings/change-note'
import { DocumentFrame } from '@/components/briefings/document-frame'
import { MarkLabel } from '@/components/briefings/mark-label'
import { NotForRole } from '@/components/briefings/not-for-role'
import { PublishedFacts } from '@/components/briefings/published-facts'
import { PublishedFiles } from '@/components/briefings/published-files'
import { ReviseButton } from '@/components/briefings/revise-button'
import { ShareSection } from '@/components/briefings/share-section'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { getBriefing, listLinks } from '@/lib/briefings/queries'
import { isBriefingId } from '@/lib/briefings/schema'
import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { foundOrRefused } from '../asked'

interface PageProps {
  params: Promise<{ number: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { number } = await params
  return { title: isBriefingId(number) ? `Briefing ${number}` : 'Not found' }
}

/** A published briefing: the document as it was frozen, by what it can be proved, its files, and who reads it by a link. */
export default async function BriefingPage({ params }: PageProps) {
  const { number } = await params
  const viewer = await viewerOrSignIn(briefingPath(number))
  if (!isBriefingId(number)) notFound()
  const answer = await foundOrRefused(getBriefing(viewer, number))
  if ('refused' in answer) return <NotForRole title={answer.refused} />
  const briefing = answer.found
  const { id, title, mark, supersededBy, supersedes, files } = briefing
  const mayShare = may(viewer, 'briefing:share')
  const links = mayShare ? await listLinks(viewer, { briefingId: id }) : []
  return (
    <>
      <PageHeader
        trail={[{ href: BRIEFINGS_PATH, label: 'Briefings' }]}
        title={
          <span className="break-words">
            {id}: {title}
          </span>
        }
        lead={<MarkLabel mark={mark} />}
        actions={may(viewer, 'briefing:compose') && supersededBy === null && <ReviseButton briefingId={id} />}
      />
      {supersededBy && (
        <Callout tone="warning" title={`Replaced by briefing ${supersededBy}`} className="mb-4">
          <p>
            What stands here was frozen and does not change.{' '}
            <Link href={briefingPath(supersededBy)} className="link">
              What changed, and why, stands there.
            </Link>
          </p>
        </Callout>
      )}
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <section aria-label="The document" className="min-w-0">
          <DocumentFrame src={documentPath(id)} title={`Briefing ${id}: ${title}`} />
        </section>
        <div className="min-w-0 space-y-5" data-print="hide">
          {files.length > 0 && (
            <Card id="files" title="Files" lead="As they were made when it was published" padded={false}>
              <PublishedFiles files={files} hrefOf={({ format }) => fileHref(id, format)} />
            </Card>
          )}
          {supersedes && (
            <Card id="changes" title="What changed">
              <ChangeNoteSection {...briefing} />
            </Card>
          )}
          <Card id="facts" title="What it is">
            <PublishedFacts briefing={briefing} />
          </Card>
          {mayShare && <ShareSection subject={{ briefingId: id, mark }} links={links} today={isoOf(todayUtc())} />}
        </div>
      </div>
    </>
  )
}
