import { escapeXml } from '@/lib/briefings/charts/svg'
import { FONT, GREY, INK, RULE } from '@/lib/briefings/render/office/look'
import { XML_HEAD } from '@/lib/briefings/render/office/package-parts'
import { columnName, SHEET } from './chart-book'
import type { NativeChart, NativeSeries } from './native-chart'

const EMU_A_POINT = 12_700
const AXES = { category: 2094734552, value: 2094734553 }
/** Categories that an axis names at most. */
const MOST_NAMES = 9
const MAJOR_UNIT = 25

/** So little that nobody sees it: LibreOffice breaks names that are not turned at all into letters, and else leaves out what has no room. */
const HARDLY_TURNED = -1000

/** Formats with a true minus; the program of the reader puts its own decimal mark. */
const FORMATS = { plain: '0.0;\u22120.0;0.0', signed: '+0.0;\u22120.0;0.0', axis: '0;\u22120;0' } as const

const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
const textLook = (points: number, colour: string, bold = false, turn = 0) =>
  `<c:txPr><a:bodyPr rot="${turn}" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${points * 100}" b="${bold ? 1 : 0}">${solid(colour)}<a:latin typeface="${FONT}"/><a:cs typeface="${FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`

const lineLook = (colour: string, points: number, dash = 'solid') =>
  `<a:ln w="${Math.round(points * EMU_A_POINT)}" cap="flat">${solid(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`

function cache(values: NativeSeries['values']): string {
  const points = values.flatMap((value, index) =>
    value === null ? [] : [`<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`],
  )
  return `<c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}`
}

const strings = (texts: readonly string[]) =>
  `<c:ptCount val="${texts.length}"/>${texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`).join('')}`

const SHOWN =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
const HIDDEN = SHOWN.replace('showVal val="1"', 'showVal val="0"')

/** The values that a series bears: all of them, its last, or none. */
function labelsOf({ labels, values, signed, draws }: NativeSeries): string {
  const look = `<c:numFmt formatCode="${FORMATS[signed ? 'signed' : 'plain']}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textLook(12, INK, true)}<c:dLblPos val="${draws === 'bar' ? 'outEnd' : 'r'}"/>${SHOWN}`
  if (labels === 'all') return `<c:dLbls>${look}</c:dLbls>`
  const last = values.findLastIndex((value) => value !== null)
  if (labels !== 'last' || last < 0) return `<c:dLbls>${HIDDEN}</c:dLbls>`
  return `<c:dLbls><c:dLbl><c:idx val="${last}"/>${look}</c:dLbl>${HIDDEN}</c:dLbls>`
}

function seriesXml(chart: NativeChart, series: NativeSeries, index: number): string {
  const column = columnName(index + 1)
  const last = chart.categories.length + 1
  const isLine = series.draws === 'line'
  const look = isLine
    ? lineLook(series.colour, series.width ?? 2, series.dash)
    : `${solid(series.colour)}<a:ln><a:noFill/></a:ln>`
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:strRef><c:f>${SHEET}!$${column}$1</c:f><c:strCache>${strings([series.name])}</c:strCache></c:strRef></c:tx>`,
    `<c:spPr>${look}</c:spPr>`,
    isLine ? '<c:marker><c:symbol val="none"/></c:marker>' : '<c:invertIfNegative val="0"/>',
    labelsOf(series),
    `<c:cat><c:strRef><c:f>${SHEET}!$A$2:$A$${last}</c:f><c:strCache>${strings(chart.categories)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${SHEET}!$${column}$2:$${column}$${last}</c:f><c:numCache>${cache(series.values)}</c:numCache></c:numRef></c:val>`,
    isLine ? '<c:smooth val="0"/>' : '',
    '</c:ser>',
  ].join('')
}

const AXIS_IDS = `<c:axId val="${AXES.category}"/><c:axId val="${AXES.value}"/>`

function plots(chart: NativeChart): string {
  const of = (draws: NativeSeries['draws']) =>
    chart.series.flatMap((series, index) => (series.draws === draws ? [seriesXml(chart, series, index)] : [])).join('')
  const [columns, bars, lines] = [of('column'), of('bar'), of('line')]
  const stacked = columns
    ? `<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>${columns}<c:gapWidth val="30"/><c:overlap val="100"/>${AXIS_IDS}</c:barChart>`
    : ''
  const lying = bars
    ? `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${bars}<c:gapWidth val="45"/>${AXIS_IDS}</c:barChart>`
    : ''
  const drawn = lines
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines}<c:marker val="1"/>${AXIS_IDS}</c:lineChart>`
    : ''
  return `${stacked}${lying}${drawn}`
}

function axes({ categories, series, domain }: NativeChart): string {
  const isLying = series.some(({ draws }) => draws === 'bar')
  const skip = isLying ? 1 : Math.max(1, Math.ceil(categories.length / MOST_NAMES))
  const ends = domain ? `<c:max val="${domain[1]}"/><c:min val="${domain[0]}"/>` : ''
  const category = [
    `<c:catAx><c:axId val="${AXES.category}"/><c:scaling><c:orientation val="${isLying ? 'maxMin' : 'minMax'}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${isLying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>`,
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`,
    `<c:spPr>${lineLook(GREY, 0.75)}</c:spPr>${isLying ? textLook(12, INK) : textLook(11, GREY, false, HARDLY_TURNED)}`,
    `<c:crossAx val="${AXES.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>`,
    `<c:tickLblSkip val="${skip}"/><c:tickMarkSkip val="${skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
  ]
  const value = [
    `<c:valAx><c:axId val="${AXES.value}"/><c:scaling><c:orientation val="minMax"/>${ends}</c:scaling>`,
    `<c:delete val="${isLying ? 1 : 0}"/><c:axPos val="${isLying ? 't' : 'l'}"/>`,
    isLying ? '' : `<c:majorGridlines><c:spPr>${lineLook(RULE, 0.5)}</c:spPr></c:majorGridlines>`,
    `<c:numFmt formatCode="${FORMATS.axis}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>`,
    `<c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textLook(11, GREY)}`,
    `<c:crossAx val="${AXES.category}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>`,
    domain ? `<c:majorUnit val="${MAJOR_UNIT}"/></c:valAx>` : '</c:valAx>',
  ]
  return [...category, ...value].join('')
}

const legendXml = ({ legend }: NativeChart): string =>
  legend === 'none'
    ? ''
    : `<c:legend><c:legendPos val="${legend === 'top' ? 't' : 'r'}"/><c:overlay val="0"/>${textLook(12, INK)}</c:legend>`

/** The part of a presentation that draws a chart, with the workbook's numbers beside their places in it. O(points). */
export const chartXml = (chart: NativeChart): string =>
  [
    XML_HEAD,
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:date1904 val="0"/><c:roundedCorners val="0"/>',
    `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plots(chart)}${axes(chart)}</c:plotArea>`,
    `${legendXml(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textLook(10, INK)}`,
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
  ].join('')
