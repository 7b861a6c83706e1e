import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { testEveryLook } from '../support/every-look'

const ahead = (days: number) => isoOf(todayUtc() + days)
const supposed = new URLSearchParams([
  ['add', `AZE.ARM.SEC+5.${ahead(20)}`],
  ['add', `ARM.AZE.DIP-3.${ahead(90)}`],
])

testEveryLook([
  ['dyad', '/dyads/AZE-RUS', 'analyst'],
  ['dyad-days', '/dyads/AZE-RUS?grain=day&range=26', 'viewer'],
  ['dyad-whole-record', '/dyads/AZE-RUS?range=all&week=2026-W10', 'viewer'],
  ['dyad-unknown', '/dyads/FRA-USA', 'viewer'],
  ['dyad-as-of', '/dyads/ARM-AZE?asOf=2026-03-31&range=all', 'viewer'],
  ['dyad-as-of-refused', '/dyads/ARM-AZE?asOf=2999-01-01', 'viewer'],
  ['dyad-as-of-nothing', '/dyads/AZE-RUS?asOf=2025-01-31', 'viewer'],
  ['dyad-unreviewed', '/dyads/ARM-AZE?unreviewed=1', 'analyst'],
  ['dyad-week', '/dyads/AZE-RUS/weeks/2025-W27', 'analyst'],
  ['dyad-week-not-checked', '/dyads/AZE-RUS/weeks/2025-W40', 'viewer'],
  ['dyad-week-as-of', '/dyads/ARM-AZE/weeks/2026-W20?asOf=2026-06-30', 'viewer'],
  ['dyad-week-unknown', '/dyads/AZE-RUS/weeks/2019-W01', 'viewer'],
  ['measures', '/dyads/AZE-RUS/measures', 'viewer'],
  ['measures-as-of', '/dyads/ARM-AZE/measures?asOf=2026-06-30', 'viewer'],
  ['desk-week', '/weeks/2025-W27', 'viewer'],
  ['desk-week-latest', '/weeks', 'viewer'],
  ['dyad-vintages', '/dyads/ARM-AZE/vintages', 'viewer'],
  ['dyad-certainty', '/dyads/AZE-RUS/certainty', 'viewer'],
  ['dyad-certainty-sobol', '/dyads/ARM-AZE/certainty?sobol=1&ranks=1', 'viewer'],
  ['dyad-certainty-as-of', '/dyads/ARM-AZE/certainty?asOf=2026-03-31', 'viewer'],
  ['dyad-without', '/dyads/ARM-AZE/without?category=security&outlet=Report.az', 'viewer'],
  ['dyad-without-nothing', '/dyads/AZE-RUS/without', 'analyst'],
  ['dyad-ahead', '/dyads/ARM-AZE/ahead', 'viewer'],
  ['dyad-ahead-supposed', `/dyads/ARM-AZE/ahead?${supposed}`, 'viewer'],
  ['dyad-certainty-unknown', '/dyads/FRA-USA/certainty', 'viewer'],
  ['patterns', '/dyads/AZE-RUS/patterns', 'viewer'],
  ['patterns-history', '/dyads/ARM-AZE/patterns', 'analyst'],
  ['patterns-as-of', '/dyads/ARM-AZE/patterns?asOf=2026-03-31', 'viewer'],
  ['patterns-as-of-nothing', '/dyads/AZE-RUS/patterns?asOf=2025-01-31', 'viewer'],
  ['patterns-unreviewed', '/dyads/ARM-AZE/patterns?unreviewed=1', 'analyst'],
  ['patterns-unknown', '/dyads/FRA-USA/patterns', 'viewer'],
  ['compare-none', '/compare', 'viewer'],
  ['compare-one', '/compare?dyads=AZE-RUS&range=all', 'viewer'],
  ['compare-three', '/compare?dyads=AZE-RUS,ARM-AZE,FRA-USA&align=peak', 'viewer'],
  [
    'compare-eight',
    '/compare?dyads=AZE-RUS,ARM-AZE,FRA-USA,CHN-IND,GRC-TUR,IND-PAK,ETH-EGY,EGY-ETH,KOR-PRK,CHN-JPN&range=all&align=AZE-RUS/RA-010',
    'analyst',
  ],
  ['country', '/countries/AZE', 'viewer'],
  ['country-week', '/countries/RUS?week=2025-W27', 'viewer'],
  ['country-as-of', '/countries/ARM?asOf=2026-06-30', 'viewer'],
  ['country-none', '/countries/SGP', 'viewer'],
  ['country-unknown', '/countries/QQQ', 'viewer'],
  ['countries', '/countries', 'viewer'],
  ['countries-direction', '/countries?figure=direction&with=AZE', 'viewer'],
])
