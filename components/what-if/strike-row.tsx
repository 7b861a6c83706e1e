import Link from 'next/link'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Cell, NumberCell, Row } from '@/components/ui/data-table'
import { formatSigned } from '@/lib/format'

interface StrikeRowProps {
  /** What it is, for screen readers. */
  name: string
  href: string
  struck: boolean
  /** It is out for another reason too. */
  out?: boolean
  /** What the score loses without it alone. */
  drop: number
  detail?: ReactNode
  children: ReactNode
}

/** Something that can be struck out: what it is, what the score would change by without it alone, and the way to do so. */
export function StrikeRow({ name, href, struck, out = struck, drop, detail, children }: StrikeRowProps) {
  return (
    <Row data-row="" className={struck ? 'bg-sunken' : undefined}>
      <Cell className="w-20">
        <Link
          href={href}
          scroll={false}
          className={classes('link text-sm whitespace-nowrap', struck && 'font-semibold')}
          aria-label={`${struck ? 'Put back' : 'Strike out'} ${name}`}
        >
          {struck ? 'Put back' : 'Strike out'}
        </Link>
      </Cell>
      <Cell className="min-w-36">
        <span className={out ? 'text-muted line-through' : undefined}>{children}</span>
        {out && <span className="sr-only"> (out)</span>}
        {detail !== undefined && <span className="block text-xs text-muted">{detail}</span>}
      </Cell>
      <NumberCell>{formatSigned(-drop)}</NumberCell>
    </Row>
  )
}
