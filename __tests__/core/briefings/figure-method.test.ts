import { methodPathOf } from '@/components/briefings/figure-method'
import { caseRendering } from '../../support/briefings/fixture'

test('figures lead to the part of the method page that has their formula', async () => {
  const { figures } = await caseRendering()
  const pathOf = (id: string) => methodPathOf(figures[id])
  expect([
    pathOf('AZE-RUS.close'),
    pathOf('AZE-RUS.band'),
    pathOf('AZE-RUS.high'),
    pathOf('AZE-RUS.week.change'),
    pathOf('AZE-RUS.incident.RA-023.part'),
    pathOf('AZE-RUS.incident.RA-023.contribution'),
    pathOf('AZE-RUS.category.diplomatic'),
    pathOf('AZE-RUS.asymmetry'),
    pathOf('AZE-RUS.data.low'),
    pathOf('AZE-RUS.confidence'),
    pathOf('AZE-RUS.record.since'),
    pathOf('method.0.1.band.Calm'),
    pathOf('method.0.1.base'),
  ]).toEqual(
    ['score', 'bands', 'weeks', 'changes', 'changes', 'contributions', 'contributions', 'directions']
      .concat('uncertainty', 'uncertainty', 'records', 'bands', 'parameters')
      .map((part) => `/method#${part}`),
  )
  // What the page has no part for.
  const formulas = Object.values(figures).filter((one) => one.formula !== null && methodPathOf(one) === '/method')
  expect([...new Set(formulas.map(({ formula }) => formula))].sort()).toEqual(['2.10', '2.9'])
})
