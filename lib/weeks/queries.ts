import 'server-only'

export { weekPage } from './week-page'
