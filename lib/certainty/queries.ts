import 'server-only'

export { certaintyLine, dataIntervals, intervalSeries, weekCertainty } from './intervals'
export { halfLifeLines, weekSensitivity, weekSobol } from './sensitivity'
