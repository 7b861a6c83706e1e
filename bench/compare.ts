import { operator } from '@/lib/auth/operator'
import { compareDyads, countryGrid, countryView } from '@/lib/compare/queries'
import { MOST_COMPARED, readCompare } from '@/lib/compare/schema'
import { codesOf } from '@/lib/core/dyad'
import type { Store } from '@/lib/db/client'
import type { Line } from './measure'
import { againstSql } from './pages'

/** The country that has most of some dyads. */
function busiest(dyadIds: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const code of dyadIds.flatMap(codesOf)) counts.set(code, (counts.get(code) ?? 0) + 1)
  const [[code]] = [...counts].sort(([, a], [, b]) => b - a)
  return code
}

/** What the pages of comparing read, by the product's queries, against the same SQL sent bare. */
export async function benchCompare(url: string, store: Store, dyadIds: readonly string[]): Promise<Line[]> {
  const viewer = operator()
  const ask = readCompare({ dyads: dyadIds.slice(300, 300 + MOST_COMPARED) })
  const code = busiest(dyadIds)
  const dyads = dyadIds.filter((dyadId) => codesOf(dyadId).includes(code)).length
  return [
    await againstSql('Compare page, 8 dyads over 3 years', url, store, () => compareDyads(viewer, ask)),
    await againstSql(`Country page, ${dyads} dyads`, url, store, () => countryView(viewer, code)),
    await againstSql('Countries grid, 30 of 46 countries', url, store, () => countryGrid(viewer)),
    await againstSql('Countries grid by direction', url, store, () => countryGrid(viewer, { figure: 'direction' })),
  ]
}
