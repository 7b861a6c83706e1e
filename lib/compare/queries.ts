import 'server-only'

export { compareDyads } from './compare-dyads'
export { countryGrid } from './country-grid'
export { countryView } from './country-view'
