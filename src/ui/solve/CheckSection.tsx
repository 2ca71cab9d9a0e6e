import { useTranslation } from 'react-i18next';
import type { ViolationCode } from '../../core/model/evaluation.ts';
import type { Fault } from '../../core/model/faults.ts';
import type { Report } from '../../core/model/report.ts';
import { formatNumber, formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { CheckCircleOutlined, WarningFilled } from '../icons.tsx';
import { violationTexts } from '../violationText.ts';

/** Limits that are no fault of lines and figures: the plan is as it says, and cannot be driven like that. */
const beyondLines: ReadonlySet<ViolationCode> = new Set([
  'fleet.exceeded',
  'duty.overlap',
  'time.boundExceeded',
  'sorting.overloaded',
  'hub.partlySupplied',
] as const);

/** What the independent check says of the lines on the screen, and the limits they pass nevertheless. */
export function CheckSection({ report }: { readonly report: Report | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!report) return null;
  const nameOf = new Map<string, string>(
    report.scenario.stations.map((station) => [station.id, shortPlaceName(station.name)]),
  );
  const lineNumber = (id: string): number => report.plan.lines.findIndex((line) => line.id === id) + 1;
  const words = ({ code, params }: Fault): string => {
    const shown: Record<string, string | number> = {};
    for (const [key, value] of Object.entries(params)) {
      if (key === 'id') shown[key] = nameOf.get(String(value)) ?? String(value);
      else if (key === 'line') shown[key] = lineNumber(String(value));
      else if (key.toLowerCase().endsWith('clockmin')) shown[key] = formatTime(Number(value));
      else if (key === 'duty') shown[key] = Number(value) + 1;
      else
        shown[key] =
          typeof value === 'number' ? formatNumber(value, language, Number.isInteger(value) ? 0 : 1) : value;
    }
    return t(`solve.check.faults.${code}`, shown);
  };
  const limits = violationTexts(report, language, t, ({ code }) => beyondLines.has(code));
  return (
    <section className="solve-section" aria-label={t('solve.check.title')}>
      <h3>{t('solve.check.title')}</h3>
      {limits.length > 0 ? (
        <div data-limits={limits.length}>
          <p className="solve-faults">
            <WarningFilled /> {t('solve.check.limits', { count: limits.length })}
          </p>
          <ul className="solve-list">
            {limits.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div data-faults={report.faults.length}>
        {report.faults.length > 0 ? (
          <>
            <p className="solve-faults">
              <WarningFilled /> {t('solve.check.found', { count: report.faults.length })}
            </p>
            <ul className="solve-list">
              {report.faults.map((fault) => (
                <li key={`${fault.code} ${JSON.stringify(fault.params)}`}>{words(fault)}</li>
              ))}
            </ul>
          </>
        ) : limits.length > 0 ? (
          <p className="hint">{t('solve.check.agrees')}</p>
        ) : (
          <p className="solve-clean">
            <CheckCircleOutlined /> {t('solve.check.clean')}
          </p>
        )}
      </div>
    </section>
  );
}
