'use client'

import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { indicatorPath } from '@/components/codebook/indicator-path'
import type { NavItem } from '@/components/shell/nav-links'
import { CategoryMark } from '@/components/ui/category-mark'
import { Dialog } from '@/components/ui/dialog'
import { INDICATORS } from '@/lib/core/codebook'
import { codesOf } from '@/lib/core/dyad'
import { foldText } from '@/lib/core/text'
import { countryName } from '@/lib/countries'

interface CommandPaletteProps {
  open: boolean
  onClose: () => void
  pages: readonly NavItem[]
  dyadIds: readonly string[]
}

const GROUP =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted'
const ITEM = 'flex min-h-9 cursor-pointer items-center gap-2.5 px-3 text-sm data-[selected=true]:bg-sunken'

/** 1 when every typed word is in the entry, else 0: letters scattered over it do not count. */
const matches = (entry: string, text: string): number => {
  const folded = foldText(entry)
  return foldText(text)
    .split(/\s+/)
    .every((word) => folded.includes(word))
    ? 1
    : 0
}

/** Pages, dyads and indicators by a few letters of their names. */
export function CommandPalette({ open, onClose, pages, dyadIds }: CommandPaletteProps) {
  const router = useRouter()
  const go = (href: string) => {
    onClose()
    router.push(href)
  }
  const dyads = dyadIds.map((id) => ({ href: `/dyads/${id}`, label: codesOf(id).map(countryName).join(' – ') }))
  const links = (heading: string, items: readonly NavItem[]) => (
    <Command.Group heading={heading} className={GROUP}>
      {items.map(({ href, label }) => (
        <Command.Item key={href} value={`${label} ${href}`} onSelect={() => go(href)} className={ITEM}>
          {label}
        </Command.Item>
      ))}
    </Command.Group>
  )
  return (
    <Dialog open={open} onClose={onClose} title="Command palette" hideTitle>
      <Command label="Command palette" loop filter={matches}>
        <Command.Input
          autoFocus
          placeholder="A page, a dyad or an indicator"
          className="h-11 w-full border-b bg-transparent px-3 text-base focus-visible:-outline-offset-2"
        />
        <Command.List className="max-h-[50vh] overflow-y-auto pb-2">
          <Command.Empty className="px-3 py-3 text-sm text-muted">Nothing by that name.</Command.Empty>
          {links('Pages', pages)}
          {dyads.length > 0 && links('Dyads', dyads)}
          <Command.Group heading="Indicators" className={GROUP}>
            {INDICATORS.map(({ code, label, category }) => (
              <Command.Item
                key={code}
                value={`${code} ${label} ${category}`}
                onSelect={() => go(indicatorPath(code))}
                className={ITEM}
              >
                <CategoryMark category={category} bare />
                <span className="w-14 shrink-0 font-medium tabular-nums">{code}</span>
                <span className="min-w-0 truncate">{label}</span>
              </Command.Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  )
}
