import 'server-only'

export { certaintyLine, dataIntervals, intervalSeries, weekCertainty } from './intervals'
export { weekRanks } from './ranks'
export { halfLifeLines, weekSensitivity, weekSobol } from './sensitivity'
