import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type KpiKey, kpiRegistry } from '../../core/kpi/kpis.ts';
import type { CountyId } from '../../core/model/ids.ts';
import { exportEvidence, openProjectFile, verifyEvidence } from '../../state/commands/projectFiles.ts';
import type { EvidenceState } from '../../state/evidence.ts';
import { useApp, useDocument, useLanguage, useShownResult } from '../AppContext.tsx';
import { FileButton } from '../data/FileButton.tsx';
import { RefusedFile } from '../data/RefusedFile.tsx';
import { useExportNames } from '../data/useExportNames.ts';
import { DownloadOutlined, FolderOpenOutlined, SafetyCertificateOutlined } from '../icons.tsx';
import { formatKpi } from '../kpis/formatKpi.ts';

/** An evidence pack of the plan on the screen, and the check of somebody else's. */
export function EvidenceFiles() {
  const { t } = useTranslation();
  const app = useApp();
  const county = useDocument()?.county ?? null;
  const { report, isStale, isPreliminary } = useShownResult();
  const { busyWith, made, verified } = useStore(app.evidence.store);
  const isOnScreen = (of: { readonly countyId: CountyId | null }): boolean =>
    of.countyId === (county?.id ?? null);
  const names = useExportNames();
  const hasPlan = county !== null && report !== null && !isStale && !isPreliminary;
  const write = async (): Promise<void> => {
    if (!county || !report) return;
    await exportEvidence(app, names, async () => {
      const { evidenceHtml } = await import('./evidenceHtml.tsx');
      return await evidenceHtml(app, county, report);
    });
  };
  return (
    <section className="data-section" data-evidence>
      <h3>{t('evidence.title')}</h3>
      <Button
        block
        icon={<DownloadOutlined />}
        disabled={!hasPlan}
        loading={busyWith === 'writing'}
        onClick={() => void write()}
        data-evidence-export
      >
        {t('evidence.export')}
      </Button>
      <p className="hint">{t(hasPlan ? 'evidence.exportHint' : 'prints.needsPlan')}</p>
      {made && isOnScreen(made) ? (
        <p role="status" data-made-evidence>
          {t('evidence.made', made)} <code className="evidence-fingerprint">{made.fingerprint}</code>
        </p>
      ) : null}
      <FileButton
        label={t('evidence.verify')}
        icon={<SafetyCertificateOutlined />}
        accept=".zip"
        className="evidence-input"
        isBusy={busyWith === 'verifying'}
        onFile={(file) => void verifyEvidence(app, file)}
      />
      <p className="hint">{t('evidence.verifyHint')}</p>
      <div role="status">
        {busyWith === 'verifying' ? t('evidence.verifying') : null}
        {verified && isOnScreen(verified) ? <Verified verified={verified} /> : null}
      </div>
    </section>
  );
}

type Shown = NonNullable<EvidenceState['verified']>;

function Verified({ verified: { file, answer } }: { readonly verified: Shown }) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  if (answer.status === 'refused') {
    return <RefusedFile title={t('evidence.refused', { file })} file={file} issues={answer.issues} />;
  }
  const { check, projectText } = answer;
  const { manifest, isSound, figures } = check;
  const origin = t('evidence.ofScenario', {
    file,
    version: manifest.appVersion,
    date: new Date(manifest.madeAt).toLocaleString(language),
  });
  return (
    <div data-verified={isSound ? 'sound' : 'unsound'}>
      <Alert
        type={isSound ? 'success' : 'error'}
        showIcon
        title={isSound ? t('evidence.sound', { count: figures.length }) : t('evidence.unsound')}
        description={origin}
      />
      <p data-fingerprint>
        {t('evidence.fingerprint')} <code className="evidence-fingerprint">{check.fingerprint}</code>
      </p>
      {isSound ? null : <Differences verified={check} />}
      <Figures figures={figures.filter(({ key, isSame }) => !isSame || headlines.includes(key))} />
      <p className="hint">{t('evidence.limits')}</p>
      <Button
        block
        icon={<FolderOpenOutlined />}
        onClick={() => void openProjectFile(app, new File([projectText], file))}
        data-open-evidence
      >
        {t('evidence.open')}
      </Button>
    </div>
  );
}

type Check = Extract<Shown['answer'], { status: 'checked' }>['check'];

/** What was changed in the pack, and what the check of the plan says. */
function Differences({ verified: { files, faults } }: { readonly verified: Check }) {
  const { t } = useTranslation();
  return (
    <>
      {(['changed', 'missing', 'added'] as const).map((state) => {
        const names = files.filter((each) => each.state === state).map(({ name }) => name);
        return names.length === 0 ? null : (
          <p key={state} data-files={state}>
            {t(`evidence.states.${state}`, { names: names.join(t('evidence.and')) })}
          </p>
        );
      })}
      {faults.length > 0 ? <p>{t('evidence.faults', { count: faults.length })}</p> : null}
    </>
  );
}

/** Always shown, for whoever has read other numbers on the page in the pack. */
const headlines: readonly string[] = [
  'yuanPerParcel',
  'savingShare',
  'worstCountyToVillageH',
  'villageCoverageShare',
] satisfies readonly KpiKey[];

function Figures({ figures }: Pick<Check, 'figures'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const show = (value: number | null, unit: string): string =>
    formatKpi(value ?? undefined, { unit }, language);
  return (
    <table className="plain-table evidence-figures">
      <thead>
        <tr>
          <th scope="col">{t('evidence.figure')}</th>
          <th scope="col" className="number">
            {t('evidence.recorded')}
          </th>
          <th scope="col" className="number">
            {t('evidence.recomputed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ key, unit, recorded, recomputed, isSame }) => (
          <tr key={key} className={isSame ? '' : 'evidence-differs'} data-differs={isSame ? undefined : key}>
            <th scope="row">
              {Object.hasOwn(kpiRegistry, key) ? t(`kpi.names.${key as KpiKey}`) : key}
              {Object.hasOwn(kpiRegistry, key) && unit !== 'share' && unit !== 'count' ? (
                <span className="hint"> {t(`units.${unit as 'hour'}`)}</span>
              ) : null}
              {!isSame && show(recorded, unit) === show(recomputed, unit) ? (
                <span className="hint"> {t('evidence.besides')}</span>
              ) : null}
            </th>
            <td className="number">{show(recorded, unit)}</td>
            <td className="number">{show(recomputed, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
