import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { StaleMark } from '../StaleMark.tsx';
import { Chart } from './Chart.tsx';
import type { ChartOption } from './echarts.ts';

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
}

/** A chart with its title and, behind a button, the same rows as a table. */
export function ChartCard({ name, title, subtitle, option, description, table, isStale }: ChartCardProps) {
  const { t } = useTranslation();
  const [hasTable, setTable] = useState(false);
  const label = hasTable ? t('charts.chart') : t('charts.table');
  return (
    <article className={`chart-card ${isStale ? 'stale' : ''}`} data-chart={name}>
      <header>
        <div>
          <h3>{title}</h3>
          <p>{subtitle}</p>
        </div>
        <StaleMark isStale={isStale} />
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
      </header>
      {hasTable ? (
        <RowsTable table={table} title={title} />
      ) : (
        <Chart option={option} description={description} />
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
