import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  TextRun,
} from 'docx'
import { fitText } from '@/lib/briefings/charts/text-width'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import { MARK_COLOURS, markText } from '@/lib/briefings/model/terms'
import { BLACK, hexOf, RULE } from '@/lib/briefings/render/office/look'
import { STYLES } from './styles'
import { TEXT_WIDTH } from './tables'

/** The TLP mark as the standard wants it: its colour on black. */
const markRun = ({ mark }: BriefingDocument): TextRun =>
  new TextRun({
    text: `\u00a0${markText(mark)}\u00a0`,
    bold: true,
    size: 20,
    color: hexOf(MARK_COLOURS[mark]),
    shading: { type: ShadingType.CLEAR, fill: BLACK, color: 'auto' },
    noProof: true,
  })

/** The mark at the top right of every page. */
export const headerOf = (document: BriefingDocument): Header =>
  new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [markRun(document)] })] })

/** Room for a line of the footer, in points: three lines of the page. A footer that fills a page leaves none for the text. */
const FOOT = { room: 1100, points: 8.5 }

const footText = (text: string): string => fitText(text, FOOT.room, FOOT.points)

/** The team's line, where it all comes from, the mark again, and the number of the page. */
export function footerOf(document: BriefingDocument): Footer {
  const { team, provenance, words } = document
  const tab = { type: TabStopType.RIGHT, position: TEXT_WIDTH }
  const page = new TextRun({
    children: [`\t${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES],
  })
  return new Footer({
    children: [
      new Paragraph({
        style: STYLES.small,
        tabStops: [tab],
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 4 } },
        spacing: { before: 0, after: 40 },
        children: [new TextRun(footText(team.footer)), page],
      }),
      new Paragraph({
        style: STYLES.small,
        tabStops: [tab],
        spacing: { before: 0, after: 0 },
        children: [new TextRun(footText(provenance)), new TextRun('\t'), markRun(document)],
      }),
    ],
  })
}
