import { Alert, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TableView } from '../../../workers/tableProtocol.ts';
import type { SystemEvidence } from '../../core/io/tables/crs/judgeSystem.ts';
import { type TableSystem, tableSystems } from '../../core/io/tables/crs/systems.ts';
import type { SystemChoice } from '../../core/io/tables/read/readContext.ts';
import type { Issue, IssueCode } from '../../core/issues.ts';
import { formatNumber } from '../../i18n/format.ts';
import { chooseForTable } from '../../state/commands/importTables.ts';
import { settledNow } from '../../state/imports.ts';
import { useApp, useImports, useLanguage } from '../AppContext.tsx';
import { MeridianField } from '../MeridianField.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { PointPreview } from './PointPreview.tsx';
import { TableList } from './TableList.tsx';

/** The coordinate system: what speaks for each, the best one chosen beforehand, and where the points would be. */
export function SystemStep() {
  const { t } = useTranslation();
  const checked = useImports((state) => state.checked);
  const activeKey = useImports((state) => state.activeKey);
  const view = checked?.tables.find(({ key }) => key === activeKey) ?? null;
  return (
    <div className="wizard-columns">
      <TableList />
      <section className="one-table" aria-label={t('import.steps.system')}>
        {view?.systemChoice ? <Evidence view={view} choice={view.systemChoice} /> : null}
        {view ? <Metres view={view} /> : null}
      </section>
      {checked?.points ? <PointPreview /> : null}
    </div>
  );
}

const isOfTable = ({ at }: Issue, key: string): boolean =>
  at !== undefined && 'table' in at && at.table === key;

/** Of a table with coordinates in metres: the meridian they are measured from; of one without coordinates, that it has none. */
function Metres({ view }: { readonly view: TableView }) {
  const { t } = useTranslation();
  const app = useApp();
  const issues = useImports((state) => state.issues);
  const own = useImports((state) => settledNow(state).choices[view.key]?.meridianDeg ?? null);
  const ofTable = (code: IssueCode) => issues.find((each) => each.code === code && isOfTable(each, view.key));
  const taken = ofTable('coord.projected');
  const isUnknown = ofTable('coord.zoneUnknown') !== undefined;
  const isConverted = view.systemChoice === null && view.crs === 'cgcs2000';
  const hasMetres = taken !== undefined || isUnknown || own !== null;
  const isNew = useImports((state) => settledNow(state).target.kind === 'newCounty');
  const none = isNew && view.kind === 'stations' ? 'noneNew' : 'none';
  const word = isUnknown ? 'zoneUnknown' : isConverted || taken ? 'projected' : none;
  return (
    <>
      {view.systemChoice && !hasMetres ? null : (
        <Alert type={isUnknown ? 'warning' : 'info'} showIcon title={t(`import.system.${word}`)} />
      )}
      {hasMetres ? (
        <MeridianField
          valueDeg={own ?? (taken ? Number(taken.params.meridianDeg) : null)}
          hint={t('import.system.meridianHint')}
          onChange={(meridianDeg) => chooseForTable(app, 'system', view.key, { meridianDeg })}
        />
      ) : null}
    </>
  );
}

interface EvidenceProps {
  readonly view: TableView;
  readonly choice: SystemChoice;
}

const evidenceOf = (choice: SystemChoice, system: TableSystem): SystemEvidence | undefined =>
  choice.evidence.find((each) => each.system === (system === 'cgcs2000' ? 'wgs84' : system));

function Evidence({ view, choice }: EvidenceProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const issues = useImports((state) => state.issues);
  const own = useImports((state) => settledNow(state).choices[view.key]?.system);
  const found = issues.filter(
    (each) =>
      each.code.startsWith('coord.system') && each.code !== 'coord.systemMixed' && isOfTable(each, view.key),
  );
  const metres = (value: number | null | undefined): string =>
    value === null || value === undefined || Number.isNaN(value)
      ? t('format.none')
      : t('import.system.metres', { metres: formatNumber(value, language) });
  const choose = (system: TableSystem): void => chooseForTable(app, 'system', view.key, { system });
  return (
    <>
      {found.map(({ code, params }) => (
        <Alert
          key={code}
          type={code === 'coord.systemFound' ? 'success' : 'warning'}
          showIcon
          title={t(`issues.${code}.cause`, params)}
          description={code === 'coord.systemFound' ? undefined : t(`issues.${code}.action`, params)}
        />
      ))}
      <fieldset className="system-choice" onMouseLeave={() => app.imports.trySystem(null)}>
        <legend>{t('import.system.title', { count: choice.pointCount })}</legend>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('import.system.system')}</th>
              <th scope="col" className="number">
                {t('import.system.shift')}
              </th>
              <th scope="col" className="number">
                {t('import.system.distance')}
              </th>
              <th scope="col" className="number">
                {t('import.system.road')}
              </th>
            </tr>
          </thead>
          <tbody>
            {tableSystems.map((system) => {
              const evidence = evidenceOf(choice, system);
              return (
                <tr
                  key={system}
                  className={choice.system === system ? 'system-now' : ''}
                  onMouseEnter={() => app.imports.trySystem(system)}
                >
                  <th scope="row">
                    <label>
                      <input
                        type="radio"
                        name="system"
                        checked={choice.system === system}
                        onFocus={() => app.imports.trySystem(system)}
                        onBlur={() => app.imports.trySystem(null)}
                        onChange={() => choose(system)}
                      />
                      {t(`import.systems.${system}`)}
                    </label>
                  </th>
                  <td className="number">{metres(evidence?.shiftM)}</td>
                  <td className="number">{metres(evidence?.medianDistanceM)}</td>
                  <td className="number">{metres(evidence?.roadDistanceM)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="hint">{t(own ? 'import.system.hintOwn' : 'import.system.hint')}</p>
      </fieldset>
      <Townships view={view} choice={choice} metres={metres} />
    </>
  );
}

/** Two surveyors may have used two systems: the evidence township by township. */
function Townships({
  view,
  choice,
  metres,
}: EvidenceProps & { readonly metres: (value: number | undefined) => string }) {
  const { t } = useTranslation();
  const app = useApp();
  const own = useImports((state) => settledNow(state).choices[view.key]?.systemByTownship);
  if (choice.townships.length === 0) return null;
  return (
    <ScrollRegion label={t('import.system.townships')} className="township-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('import.system.township')}</th>
            <th scope="col" className="number">
              {t('import.system.points')}
            </th>
            {(['wgs84', 'gcj02', 'bd09'] as const).map((system) => (
              <th key={system} scope="col" className="number">
                {t('import.system.shiftIf', { system: t(`import.systemsShort.${system}`) })}
              </th>
            ))}
            <th scope="col">{t('import.system.takenFor')}</th>
          </tr>
        </thead>
        <tbody>
          {choice.townships.map((each) => (
            <tr key={each.township} className={each.system === choice.system ? '' : 'system-differs'}>
              <th scope="row">{each.township || t('format.none')}</th>
              <td className="number">{each.pointCount}</td>
              {each.evidence.map(({ system, shiftM }) => (
                <td key={system} className="number">
                  {metres(shiftM)}
                </td>
              ))}
              <td>
                <Select<TableSystem>
                  size="small"
                  className="system-select"
                  aria-label={t('import.system.takenForIn', { township: each.township })}
                  value={each.system}
                  options={tableSystems.map((system) => ({
                    value: system,
                    label: t(`import.systemsShort.${system}`),
                  }))}
                  onChange={(system) =>
                    chooseForTable(app, 'system', view.key, {
                      systemByTownship: { ...own, [each.township]: system },
                    })
                  }
                />
                {each.isClear ? null : <span className="hint"> {t('import.system.unclear')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
