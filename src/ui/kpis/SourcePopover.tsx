import { Button, Popover, Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { investmentYuanPerDay } from '../../core/cost/costBook.ts';
import type { KpiKey } from '../../core/kpi/kpis.ts';
import type { KpiRow, Report } from '../../core/model/report.ts';
import { formatInput, formatYuan } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import { inputGroupsOfKpi, inputRows } from '../../state/inputs.ts';
import { useLanguage } from '../AppContext.tsx';
import { nameIn, ownPart } from '../bilingual.ts';
import { InfoCircleOutlined } from '../icons.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { depotLinesInWords } from '../tables/linesInWords.ts';
import type { Because } from './because.ts';

interface SourcePopoverProps {
  readonly row: KpiRow;
  readonly name: string;
  readonly report: Report;
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

function Sources({ row: { key, target, numerator, denominator }, report, because }: SourcePopoverProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const groups = inputGroupsOfKpi(key as KpiKey);
  const rows = inputRows(report.scenario).filter((row) => groups.includes(row.group));
  const said = [
    ...(key === 'lineCount' ? [depotLinesInWords(report.plan, t)] : []),
    ...((key === 'villageCoverageShare' || key === 'villageReachShare') &&
    numerator !== undefined &&
    denominator !== undefined
      ? [t(`kpi.counted.${key}`, { numerator, denominator })]
      : []),
    ...(key === 'savingShare' || key === 'yuanPerParcel' ? withoutInvestment(report, t, language) : []),
  ];
  return (
    <ScrollRegion className="sources" label={t('kpi.source')}>
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
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
                  {/* The same model may stand among the vehicles of before and of after. */}
                  {row.group === 'baselineVehicles' ? `${t('inputs.groups.baselineVehicles')} · ` : ''}
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

/** What a parcel costs with the depreciation of the project's investment, which cost and saving leave out. */
function withoutInvestment({ scenario, kpis }: Report, t: TFunction, language: Language): string[] {
  const yuanPerDay = investmentYuanPerDay(scenario.rates);
  const figureOf = (key: KpiKey): number | undefined => kpis.find((row) => row.key === key)?.value;
  if (yuanPerDay <= 0) return [];
  return [
    t('kpi.withoutInvestment', {
      yuan: formatYuan(yuanPerDay, language),
      withInvestment: formatYuan(figureOf('yuanPerParcelWithInvestment'), language),
      without: formatYuan(figureOf('yuanPerParcel'), language),
    }),
  ];
}
