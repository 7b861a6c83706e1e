import { NotFound } from '@/components/shell/not-found'

/** An address of the desk that leads to nothing, inside the desk's frame. */
export default function DeskNotFound() {
  return <NotFound />
}
