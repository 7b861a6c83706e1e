import type { Metadata } from 'next'
import { CodeDesk } from '@/components/samples/code/code-desk'
import { NotForRole } from '@/components/samples/not-for-role'
import { codePath } from '@/components/samples/sample-path'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { codingDesk } from '@/lib/samples/queries'
import { askedUnit, orNotFound, type SampleParams, sampleIdOf } from '../../sample-params'

export const metadata: Metadata = { title: 'Code a sample' }

/** One unit after the other, as its coder may see it. */
export default async function CodePage({ params, searchParams }: SampleParams) {
  const id = await sampleIdOf(params)
  const asked = askedUnit((await searchParams).unit)
  const viewer = await viewerOrSignIn(codePath(id, asked))
  if (!may(viewer, 'sample:code'))
    return <NotForRole title="Code a sample" role={viewer.role} who="analysts and reviewers" />
  const desk = await orNotFound(codingDesk(viewer, id, asked))
  return (
    <>
      <PageHeader title={desk.title} trail={[{ href: '/samples', label: 'Samples' }]} />
      <CodeDesk desk={desk} login={viewer.login} />
    </>
  )
}
