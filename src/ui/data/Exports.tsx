import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportWhat } from '../../../workers/filesProtocol.ts';
import { type ExportKey, exportKeys } from '../../core/io/export/exportTable.ts';
import { exportWhat } from '../../state/commands/projectFiles.ts';
import { useApp, useShownResult } from '../AppContext.tsx';
import { DownloadOutlined } from '../icons.tsx';
import { useExportNames } from './useExportNames.ts';

/** Tables, network and tracks on their way out. */
export function Exports() {
  const { t } = useTranslation();
  const app = useApp();
  const { report, isStale } = useShownResult();
  const [table, setTable] = useState<ExportKey>('stations');
  const [lineId, setLine] = useState<string | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const hasPlan = report !== null && !isStale;
  const lines = hasPlan ? report.plan.lines : [];
  const names = useExportNames();
  const download = (what: ExportWhat): void => {
    void exportWhat(app, what, names).then((isWritten) => setEmpty(!isWritten));
  };
  const files = (format: 'xlsx' | 'geojson' | 'gpx' | 'kml', line: string | null = null): void =>
    download({ kind: 'files', format, lineId: line });
  return (
    <section className="data-section" data-exports>
      <h3>{t('data.exports.title')}</h3>
      <Button block icon={<DownloadOutlined />} onClick={() => files('xlsx')} data-export="xlsx">
        {t('data.exports.workbook')}
      </Button>
      <h4>{t('data.exports.tables')}</h4>
      <div className="export-row">
        <Select<ExportKey>
          className="export-select"
          aria-label={t('data.exports.tables')}
          value={table}
          options={exportKeys.map((key) => ({ value: key, label: t(`data.exports.keys.${key}`) }))}
          onChange={(key) => {
            setTable(key);
            setEmpty(false);
          }}
        />
        {(['csv', 'xlsx'] as const).map((format) => (
          <Button
            key={format}
            data-export={`table-${format}`}
            onClick={() => download({ kind: 'table', table, format })}
          >
            {t(`data.exports.${format}`)}
          </Button>
        ))}
      </div>
      {isEmpty ? <p className="hint">{t('data.exports.empty')}</p> : null}
      <Button block icon={<DownloadOutlined />} onClick={() => files('geojson')} data-export="geojson">
        {t('data.exports.network')}
      </Button>
      <h4>{t('data.exports.lines')}</h4>
      {hasPlan ? (
        <div className="export-row">
          <Select<string>
            className="export-select"
            aria-label={t('data.exports.lines')}
            value={lineId ?? ''}
            options={[
              { value: '', label: t('data.exports.allLines') },
              ...lines.map(({ id }, index) => ({
                value: id as string,
                label: t('data.exports.line', { number: index + 1 }),
              })),
            ]}
            onChange={(id) => setLine(id === '' ? null : id)}
          />
          {(['gpx', 'kml'] as const).map((format) => (
            <Button key={format} data-export={format} onClick={() => files(format, lineId)}>
              {t(`data.exports.${format}`)}
            </Button>
          ))}
        </div>
      ) : (
        <p className="hint">{t('data.exports.needsPlan')}</p>
      )}
    </section>
  );
}
