import { type AnnotationMark, marksWithin, markWords } from '@/lib/charts/annotations'

/** The annotations of a week beside its figures. */
export function AnnotationLines({ marks, weekStart }: { marks: readonly AnnotationMark[]; weekStart: number }) {
  return marksWithin(marks, weekStart, weekStart + 6).map((mark) => (
    <p key={mark.id} className="mt-1 text-muted">
      {markWords(mark)}
    </p>
  ))
}
