import { EmptyState } from '@/components/ui/empty-state'

/** One answer for every link that leads nowhere: nobody learns whether there ever was one. */
export default function SharedNotFound() {
  return (
    <>
      <h1 className="mb-4 text-2xl font-semibold tracking-tight">This link leads nowhere</h1>
      <EmptyState title="There is nothing to read here.">
        <p>It was mistyped, it has ended, or it was revoked. Ask whoever sent it to you for a new one.</p>
      </EmptyState>
    </>
  )
}
