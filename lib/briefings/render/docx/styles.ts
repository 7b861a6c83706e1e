import { AlignmentType, type IPropertiesOptions, LevelFormat, LineRuleType } from 'docx'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import { FONT, GREY, INK, OFFICE_LANGUAGE } from '@/lib/briefings/render/office/look'

/** Names of the paragraph styles that are not Word's own. */
export const STYLES = {
  lead: 'Lead',
  reading: 'Reading',
  small: 'SmallText',
  table: 'TableText',
  tableHead: 'TableHead',
  figureLabel: 'FigureLabel',
  figureValue: 'FigureValue',
  contents: 'ContentsTitle',
} as const

/** References of the lists. */
export const LISTS = { bullets: 'bullets', numbers: 'numbers', sources: 'sources' } as const

const HALF_POINTS = 2
const TWIPS = 20

const sized = (points: number, more: { bold?: boolean; color?: string } = {}) => ({
  size: points * HALF_POINTS,
  color: INK,
  ...more,
})
const spaced = (before: number, after: number, line?: number) => ({
  before: before * TWIPS,
  after: after * TWIPS,
  ...(line ? { line: Math.round(line * 240), lineRule: LineRuleType.AUTO } : {}),
})

/** The look of a briefing, all of it in styles, so that whoever edits the file changes it in one place. */
export function stylesOf({ language }: BriefingDocument): NonNullable<IPropertiesOptions['styles']> {
  const own = (id: string, name: string, run: object, paragraph: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph,
  })
  return {
    default: {
      document: {
        run: { font: FONT, ...sized(10.5), language: { value: OFFICE_LANGUAGE[language] } },
        paragraph: { spacing: spaced(0, 6, 1.15) },
      },
      title: { run: { font: FONT, ...sized(22, { bold: true }) }, paragraph: { spacing: spaced(6, 4, 1) } },
      heading1: {
        run: { font: FONT, ...sized(16, { bold: true }) },
        paragraph: { spacing: spaced(18, 6, 1), keepNext: true, keepLines: true, outlineLevel: 0 },
      },
      heading2: {
        run: { font: FONT, ...sized(12.5, { bold: true }) },
        paragraph: { spacing: spaced(14, 5, 1), keepNext: true, keepLines: true, outlineLevel: 1 },
      },
      heading3: {
        run: { font: FONT, ...sized(10.5, { bold: true }) },
        paragraph: { spacing: spaced(12, 4, 1), keepNext: true, keepLines: true, outlineLevel: 2 },
      },
      caption: {
        run: { ...sized(9.5, { bold: true }), italics: false },
        paragraph: { spacing: spaced(8, 4, 1), keepNext: true },
      },
      footnoteText: { run: sized(8.5), paragraph: { spacing: spaced(0, 2, 1) } },
    },
    paragraphStyles: [
      {
        ...own('Subtitle', 'Subtitle', sized(12, { color: GREY }), { spacing: spaced(0, 3, 1) }),
        next: 'Normal',
      },
      own(STYLES.lead, 'Lead', sized(15, { bold: true }), { spacing: spaced(2, 8, 1.15), keepLines: true }),
      own(STYLES.reading, 'Reading', sized(10), { spacing: spaced(0, 4, 1.1), keepNext: true }),
      own(STYLES.small, 'Small text', sized(8.5, { color: GREY }), { spacing: spaced(2, 8, 1) }),
      own(STYLES.table, 'Table text', sized(9), { spacing: spaced(0, 0, 1.05) }),
      own(STYLES.tableHead, 'Table head', sized(8.5, { bold: true, color: GREY }), { spacing: spaced(0, 0, 1) }),
      own(STYLES.figureLabel, 'Figure label', sized(8.5, { color: GREY }), { spacing: spaced(3, 2, 1) }),
      own(STYLES.figureValue, 'Figure value', sized(19, { bold: true }), { spacing: spaced(0, 2, 1) }),
      own(STYLES.contents, 'Contents title', sized(12.5, { bold: true }), {
        spacing: spaced(14, 5, 1),
        keepNext: true,
      }),
    ],
  }
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, hanging: number) => [
  {
    level: 0,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: hanging, hanging }, spacing: spaced(0, 4, 1.15) } },
  },
]

/** Real lists: bullets, numbers, and the numbered sources. */
export const NUMBERING: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    { reference: LISTS.bullets, levels: level(LevelFormat.BULLET, '•', 284) },
    { reference: LISTS.numbers, levels: level(LevelFormat.DECIMAL, '%1.', 397) },
    { reference: LISTS.sources, levels: level(LevelFormat.DECIMAL, '%1', 510) },
  ],
}
