import Link from 'next/link'
import type { ReactNode } from 'react'
import { KIND_WORDS, LANGUAGE_WORDS, MARK_WORDS } from '@/components/briefings/briefing-words'
import { HashText } from '@/components/briefings/hash-text'
import { MarkLabel } from '@/components/briefings/mark-label'
import { Instant } from '@/components/incidents/detail/instant'
import { pairName } from '@/components/watch/condition-words'
import type { BriefingView } from '@/lib/briefings/views'

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="border-b py-1.5 last:border-b-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}

/** What a published briefing is, and all by which it can be proved. */
export function PublishedFacts({ briefing }: { briefing: BriefingView }) {
  const { kind, dyadIds, fromWeek, toWeek, language, mark, asOf, at, by, methods, seal, hash, previousHash } = briefing
  return (
    <dl className="text-sm">
      <Fact name="Mark">
        <MarkLabel mark={mark} /> <span className="text-muted">for {MARK_WORDS[mark]}</span>
      </Fact>
      <Fact name="Kind">
        {KIND_WORDS[kind].label}, {LANGUAGE_WORDS[language]}
      </Fact>
      <Fact name={dyadIds.length === 1 ? 'Dyad' : 'Dyads'}>
        {dyadIds.map((dyadId, index) => (
          <span key={dyadId}>
            {index > 0 && ', '}
            <Link href={`/dyads/${dyadId}`} className="link" prefetch={false}>
              {pairName(dyadId)}
            </Link>
          </span>
        ))}
      </Fact>
      <Fact name={fromWeek === toWeek ? 'Week' : 'Weeks'}>
        {fromWeek === toWeek ? toWeek : `${fromWeek} – ${toWeek}`}
      </Fact>
      <Fact name="Published">
        <Instant at={at} /> by {by}
      </Fact>
      <Fact name="The record as known on">
        <Instant at={asOf} />
      </Fact>
      <Fact name="Method">
        {Object.entries(methods).map(([id, of]) => (
          <span key={id} className="block">
            <Link href={`/method/versions/${id}`} className="link" prefetch={false}>
              Version {id}
            </Link>{' '}
            <HashText hash={of} />
          </span>
        ))}
      </Fact>
      <Fact name={`Seal ${seal.number} of the record`}>
        <HashText hash={seal.hash} />
      </Fact>
      <Fact name="Hash of this briefing">
        <HashText hash={hash} />
      </Fact>
      <Fact name="Hash of the briefing before it">
        {previousHash === '' ? 'none: it is the first one' : <HashText hash={previousHash} />}
      </Fact>
    </dl>
  )
}
