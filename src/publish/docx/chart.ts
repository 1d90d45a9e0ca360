/** A chart as Word draws it itself: one bar a row with its number at the end, no grid, no legend, from the text's own numbers. */
import { XML, xmlText } from './package.ts';

export type Bar = { readonly label: string; readonly value: number };

const FONT =
  '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>';

export function chartXml(bars: readonly Bar[], valuesName: string): string {
  const labels = bars
    .map(({ label }, at) => `<c:pt idx="${at}"><c:v>${xmlText(label)}</c:v></c:pt>`)
    .join('');
  const values = bars.map(({ value }, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('');
  const count = `<c:ptCount val="${bars.length}"/>`;
  return `${XML}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>${xmlText(valuesName)}</c:v></c:tx><c:spPr><a:solidFill><a:srgbClr val="12436D"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:dLbls>${FONT}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:cat><c:strLit>${count}${labels}</c:strLit></c:cat><c:val><c:numLit><c:formatCode>#,##0</c:formatCode>${count}${values}</c:numLit></c:val></c:ser><c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${FONT}<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;
}
