import { Button, Tooltip } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChartOutlined, TableOutlined } from '../icons.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { StaleMark } from '../StaleMark.tsx';
import { Chart } from './Chart.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import type { ChartOption, OpenChart } from './echarts.ts';

export interface ChartTable {
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

interface ChartCardProps {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly option: ChartOption;
  readonly description: string;
  readonly table: ChartTable;
  readonly isStale: boolean;
  /** A mark was clicked; `data` is what the option gave it. */
  readonly onPick?: (data: unknown) => void;
  /** More buttons beside the title. */
  readonly extra?: ReactNode;
  /** Choices above the picture. */
  readonly below?: ReactNode;
  /** Rows to draw, where their number decides the height. */
  readonly heightPx?: number;
}

/** A chart with its title and, behind a button, the same rows as a table. */
export function ChartCard(props: ChartCardProps) {
  const { name, title, subtitle, option, description, table, isStale, onPick, extra, heightPx, below } =
    props;
  const { t } = useTranslation();
  const [hasTable, setTable] = useState(false);
  const chart = useRef<OpenChart | null>(null);
  const label = hasTable ? t('charts.chart') : t('charts.table');
  return (
    <article className={`chart-card ${isStale ? 'stale' : ''}`} data-chart={name}>
      <header>
        <div>
          <h3>{title}</h3>
          <p>{subtitle}</p>
        </div>
        <StaleMark isStale={isStale} />
        {extra}
        <Tooltip title={label}>
          <Button
            type="text"
            size="small"
            aria-label={`${label}: ${title}`}
            aria-pressed={hasTable}
            icon={hasTable ? <BarChartOutlined /> : <TableOutlined />}
            onClick={() => setTable(!hasTable)}
          />
        </Tooltip>
        <ExportMenu title={title} table={table} chart={() => chart.current} />
      </header>
      {below}
      {hasTable ? (
        <RowsTable table={table} title={title} />
      ) : (
        <div
          className="chart-canvas-holder"
          style={heightPx === undefined ? undefined : { height: heightPx, flex: 'none' }}
        >
          <Chart
            option={option}
            description={description}
            onOpen={(opened) => {
              chart.current = opened;
            }}
            {...(onPick === undefined ? {} : { onPick })}
          />
        </div>
      )}
    </article>
  );
}

function RowsTable({ table, title }: { readonly table: ChartTable; readonly title: string }) {
  return (
    <ScrollRegion className="chart-canvas plain-table-scroll" label={title}>
      <table className="plain-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col" className={column.isNumber ? 'number' : ''}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, index) => (
                <td
                  key={table.columns[index]?.title}
                  className={table.columns[index]?.isNumber ? 'number' : ''}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
