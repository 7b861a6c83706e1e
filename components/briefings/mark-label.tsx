import { MARK_COLOURS, markText, type TlpMark } from '@/lib/briefings/model/terms'

/** A handling mark as TLP 2.0 has it: its own colour on black, on any ground. */
export function MarkLabel({ mark }: { mark: TlpMark }) {
  return (
    <span
      className="inline-flex h-5 items-center rounded-[2px] bg-black px-1.5 text-2xs font-bold whitespace-nowrap ring-1 ring-line-strong"
      style={{ color: MARK_COLOURS[mark], printColorAdjust: 'exact' }}
    >
      {markText(mark)}
    </span>
  )
}
