import { CopyHash } from '@/components/incidents/detail/copy-hash'
import { Instant } from '@/components/incidents/detail/instant'
import { SEAL_KIND_WORDS, sealedBy } from '@/components/seals/seal-words'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import type { SealView } from '@/lib/seals/views'

/** Seals, latest first. `j` and `k` move through them. */
export function SealTable({ seals }: { seals: SealView[] }) {
  return (
    <Table caption="Seals">
      <Head>
        <HeadCell numeric>Seal</HeadCell>
        <HeadCell>When</HeadCell>
        <HeadCell>Why</HeadCell>
        <HeadCell>Who</HeadCell>
        <HeadCell numeric>Dyads</HeadCell>
        <HeadCell numeric>Incidents</HeadCell>
        <HeadCell>Hash</HeadCell>
      </Head>
      <Body>
        {seals.map((seal) => (
          <Row key={seal.number} focusable>
            <NumberCell>{seal.number}</NumberCell>
            <Cell>
              <Instant at={seal.at} />
            </Cell>
            <Cell className="whitespace-nowrap">{SEAL_KIND_WORDS[seal.kind]}</Cell>
            <Cell className="max-w-48 truncate">{sealedBy(seal)}</Cell>
            <NumberCell>{seal.dyads}</NumberCell>
            <NumberCell>{seal.heads}</NumberCell>
            <Cell className="whitespace-nowrap">
              <CopyHash hash={seal.hash} of={`seal ${seal.number}`} label="" whole />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
