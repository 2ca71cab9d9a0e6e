import { BarChart, CustomChart, LineChart, ScatterChart, TreemapChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

/** The only file that imports echarts; loaded when the first chart is drawn. */
use([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  TreemapChart,
  LabelLayout,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

export const openChart = (element: HTMLElement) => init(element, null, { renderer: 'svg' });
export type OpenChart = ReturnType<typeof openChart>;
export type { EChartsCoreOption as ChartOption } from 'echarts/core';
