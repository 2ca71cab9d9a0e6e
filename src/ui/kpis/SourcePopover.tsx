import { Button, Popover, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scenario, Target } from '../../core/model/scenario.ts';
import { formatInput } from '../../i18n/format.ts';
import { inputGroupsOfKpi, inputRows } from '../../state/inputs.ts';
import { useLanguage } from '../AppContext.tsx';
import { nameIn, ownPart } from '../bilingual.ts';
import { InfoCircleOutlined } from '../icons.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import type { Because } from './because.ts';

interface SourcePopoverProps {
  readonly kpiKey: string;
  readonly name: string;
  readonly scenario: Scenario;
  readonly target: Target | undefined;
  readonly because: readonly Because[];
}

/** Where a figure comes from: its estimates, its target's document, its inputs with grade and source. */
export function SourcePopover(props: SourcePopoverProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="leftTop"
      open={isOpen}
      onOpenChange={setOpen}
      title={t('kpi.sourceOf', { name: props.name })}
      content={isOpen ? <Sources {...props} /> : null}
    >
      <Button
        type="text"
        size="small"
        className="source-button"
        icon={<InfoCircleOutlined />}
        aria-label={`${t('kpi.source')}: ${props.name}`}
      />
    </Popover>
  );
}

function Sources({ kpiKey, scenario, target, because }: SourcePopoverProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const groups = inputGroupsOfKpi(kpiKey);
  const rows = inputRows(scenario).filter((row) => groups.includes(row.group));
  return (
    <ScrollRegion className="sources" label={t('kpi.source')}>
      {because.length > 0 ? (
        <>
          <p>{t('kpi.estimatedWhy')}</p>
          <ul>
            {because.map(({ reason, ...numbers }) => (
              <li key={reason}>{t(`kpi.because.${reason}`, numbers)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {target ? <p>{t('kpi.document', { document: target.document, clause: target.clause })}</p> : null}
      {rows.length > 0 ? (
        <table>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.subject ? `${nameIn(row.subject, language)} · ` : ''}
                  {t(`inputs.${row.nameKey}`)}
                </th>
                <td className="number">
                  {formatInput(row.graded.value, language)} {t(`units.${row.unit}`)}
                </td>
                <td>
                  <Tag className={`grade grade-${row.graded.grade}`}>{t(`grades.${row.graded.grade}`)}</Tag>
                </td>
                <td className="source-text">{ownPart(row.graded.source, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </ScrollRegion>
  );
}
