import { NotFound } from '@/components/shell/not-found'

/** An address outside every part of the desk. */
export default function RootNotFound() {
  return (
    <main className="mx-auto max-w-2xl px-4 py-12">
      <NotFound />
    </main>
  )
}
