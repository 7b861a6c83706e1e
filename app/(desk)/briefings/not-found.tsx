import { NotFound } from '@/components/shell/not-found'

/** For a number or a draft that there is none of. */
export default function BriefingNotFound() {
  return <NotFound />
}
