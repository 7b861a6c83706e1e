import Link from 'next/link'
import { ChangeTable } from '@/components/method/change-table'
import { MethodSection, Prose } from '@/components/method/section'
import { VersionFacts } from '@/components/method/version-facts'
import { Badge } from '@/components/ui/badge'
import { bandsOf } from '@/lib/core/scoring'
import { formatPlural } from '@/lib/format'
import type { VersionView } from '@/lib/method/views'

/** Changes that are shown without being asked for. */
const SHOWN_CHANGES = 12

/** Where a version is read by itself. */
export const versionPath = (id: string) => `/method/versions/${encodeURIComponent(id)}`

/** What a version changed against the one that was in use before it. */
export function VersionChanges({ version }: { version: VersionView }) {
  const { id, before } = version
  if (before === null) return <p className="text-sm text-muted">The first version: there was none before it.</p>
  const table = (
    <div className="max-w-xl">
      <ChangeTable
        caption={`What ${id} changed against ${before.id}`}
        names={[before.id, id]}
        changes={before.changes}
      />
    </div>
  )
  if (before.changes.length <= SHOWN_CHANGES) return table
  return (
    <details>
      <summary className="w-fit text-sm">
        {formatPlural(before.changes.length, 'parameter')} changed against {before.id}
      </summary>
      {table}
    </details>
  )
}

/** The history of the method: each version with who published it, when, why, and what it changed. */
export function VersionsSection({ versions }: { versions: readonly VersionView[] }) {
  const bands = bandsOf(versions[0].parameters).length
  return (
    <MethodSection id="versions" title="Versions">
      <Prose>
        A change of any parameter, also of the limits of the {bands} bands, makes a new version. A published version is
        never changed, and a figure names the version that made it.
      </Prose>
      <ol className="flex flex-col gap-5">
        {versions.map((version) => (
          <li key={version.id} className="flex flex-col gap-1.5 border-l-[3px] border-line-strong pl-4">
            <h3 className="flex flex-wrap items-center gap-2 font-semibold">
              <Link href={versionPath(version.id)} className="link">
                Version {version.id}
              </Link>
              {version.inUse && <Badge tone="success">In use</Badge>}
            </h3>
            <VersionFacts version={version} />
            <VersionChanges version={version} />
          </li>
        ))}
      </ol>
    </MethodSection>
  )
}
