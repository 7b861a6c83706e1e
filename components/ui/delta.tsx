import { displayOf } from '@/lib/core/scoring'
import { formatScore } from '@/lib/format'

/** A change of score: ▲ up (worse), ▼ down, ▬ none, with its size; read out as “up 12.8”. */
export function Delta({ value }: { value: number }) {
  const shown = displayOf(value)
  const [mark, word] = shown > 0 ? ['▲', 'up'] : shown < 0 ? ['▼', 'down'] : ['▬', 'unchanged']
  const size = formatScore(Math.abs(shown))
  return (
    <span className="inline-flex items-baseline gap-0.5 whitespace-nowrap tabular-nums">
      <span className="sr-only">{shown === 0 ? 'unchanged' : `${word} ${size}`}</span>
      <span aria-hidden="true" className="text-[0.7em]">
        {mark}
      </span>
      <span aria-hidden="true">{size}</span>
    </span>
  )
}
