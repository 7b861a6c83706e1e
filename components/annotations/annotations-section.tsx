import { AnnotationDesk } from '@/components/annotations/annotation-desk'
import { AnnotationHistory } from '@/components/annotations/annotation-history'
import { Card } from '@/components/ui/card'
import type { AnnotationRevisionView, AnnotationView } from '@/lib/annotations/views'

interface AnnotationsSectionProps {
  dyadId: string
  annotations: readonly AnnotationView[]
  history: readonly AnnotationRevisionView[]
  /** Who may write; null for those who may not, and on a page of the past. */
  login: string | null
}

/** What people wrote on the dyad's charts. */
export function AnnotationsSection({ history, ...desk }: AnnotationsSectionProps) {
  return (
    <Card id="annotations" title="Annotations" lead="Numbered as on the charts of this page">
      <AnnotationDesk {...desk} />
      {history.length > 0 && <AnnotationHistory revisions={history} />}
    </Card>
  )
}
