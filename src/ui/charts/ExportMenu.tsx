import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveFile, svgToPng } from '../../clients/saveFile.ts';
import { DownloadOutlined } from '../icons.tsx';
import type { ChartTable } from './ChartCard.tsx';
import { chartCsv } from './chartCsv.ts';
import type { OpenChart } from './echarts.ts';

interface ExportMenuProps {
  readonly title: string;
  readonly table: ChartTable;
  /** null while the table is shown instead of the picture. */
  readonly chart: () => OpenChart | null;
}

/** A chart's rows as CSV and its picture as SVG or PNG. */
export function ExportMenu({ title, table, chart }: ExportMenuProps) {
  const { t } = useTranslation();
  const save = async (key: string): Promise<void> => {
    if (key === 'csv') {
      saveFile(`${title}.csv`, new Blob([chartCsv(table)], { type: 'text/csv;charset=utf-8' }));
      return;
    }
    const picture = chart();
    if (!picture) return;
    const svg = picture.renderToSVGString();
    if (key === 'svg') saveFile(`${title}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
    else {
      const png = await svgToPng(svg, picture.getWidth(), picture.getHeight());
      if (png) saveFile(`${title}.png`, png);
    }
  };
  const hasPicture = chart() !== null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'csv', label: t('simulate.charts.exportCsv') },
          { key: 'svg', label: t('simulate.charts.exportSvg'), disabled: !hasPicture },
          { key: 'png', label: t('simulate.charts.exportPng'), disabled: !hasPicture },
        ],
        onClick: ({ key }) => void save(key),
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<DownloadOutlined />}
        aria-label={`${t('simulate.charts.export')}: ${title}`}
      />
    </Dropdown>
  );
}
