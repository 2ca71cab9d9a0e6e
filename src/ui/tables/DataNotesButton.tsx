import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../core/issues.ts';
import type { Report } from '../../core/model/report.ts';
import { useCatalog } from '../AppContext.tsx';
import { InfoCircleOutlined } from '../icons.tsx';

/** What was noticed while reading the county and joining its places to the roads: where, cause and action. */
export function DataNotesButton({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const ofCounty = useCatalog().issues[report.scenario.countyId] ?? [];
  const issues = [...ofCounty, ...report.issues];
  if (issues.length === 0) return null;
  const content = (
    <ul className="problems">
      {issues.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same note may occur twice
        <li key={index}>
          {placeOf(each)} {t(`issues.${each.code}.cause`, each.params)}{' '}
          {t(`issues.${each.code}.action`, each.params)}
        </li>
      ))}
    </ul>
  );
  return (
    <Popover trigger="click" placement="topRight" content={content}>
      <Button type="text" size="small" icon={<InfoCircleOutlined />}>
        {t('states.dataIssues', { count: issues.length })}
      </Button>
    </Popover>
  );
}

function placeOf({ at }: Issue): string {
  if (!at) return '';
  return 'table' in at ? `${at.table}:${at.row}${at.column ? ` ${at.column}` : ''}` : '';
}
