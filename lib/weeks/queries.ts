import 'server-only'

export { deskWeek } from './desk-week'
export { weekPage } from './week-page'
