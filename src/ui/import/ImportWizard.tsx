import { Button, Modal, Tooltip } from 'antd';
import { type KeyboardEvent, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { closeWizard, goToStep, redoSettled, undoSettled } from '../../state/commands/importTables.ts';
import { lacksCountyName, type WizardStep, wizardSteps } from '../../state/imports.ts';
import { useApp, useImports } from '../AppContext.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { RedoOutlined, UndoOutlined } from '../icons.tsx';
import { isTypedIn } from '../isTypedIn.ts';
import { ApplyButton } from './ApplyButton.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FilesStep } from './FilesStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import { SystemStep } from './SystemStep.tsx';
import { WizardStatus } from './WizardStatus.tsx';

const contents: Readonly<Record<WizardStep, () => React.JSX.Element | null>> = {
  files: FilesStep,
  columns: ColumnsStep,
  system: SystemStep,
  check: CheckStep,
  result: ResultStep,
};

/** From files to the map in five steps; whatever is settled can be undone, and nothing is changed before the last. */
export function ImportWizard() {
  const { t } = useTranslation();
  const app = useApp();
  const isOpen = useImports((state) => state.isOpen);
  // A step is drawn in slices between which the screen answers; until it is there, the one before stays.
  const step = useDeferredValue(useImports((state) => state.step));
  const Content = contents[step];
  return (
    <Modal
      open={isOpen}
      onCancel={() => closeWizard(app)}
      title={t('import.title')}
      width="min(1480px, 97vw)"
      className="wizard"
      centered
      destroyOnHidden
      mask={{ closable: false }}
      footer={<WizardFooter />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the wizard must not reach the plan behind it */}
      <div
        className="wizard-body"
        onKeyDown={(event) =>
          onWizardKey(
            event,
            () => undoSettled(app),
            () => redoSettled(app),
          )
        }
      >
        <StepList />
        <ErrorBoundary>
          <div className="wizard-content" data-step={step}>
            <Content />
          </div>
        </ErrorBoundary>
        <WizardStatus />
      </div>
    </Modal>
  );
}

function onWizardKey(event: KeyboardEvent, undo: () => void, redo: () => void): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.nativeEvent.stopImmediatePropagation();
  event.stopPropagation();
  if (isTypedIn(event.target)) return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo();
  else undo();
}

/** Which steps can be gone to as things stand. */
function useReachable(): ReadonlySet<WizardStep> {
  const checked = useImports((state) => state.checked);
  const applied = useImports((state) => state.applied);
  if (applied) return new Set(['result']);
  const steps: WizardStep[] = ['files'];
  if (checked) steps.push('columns', 'system', 'check');
  return new Set(steps);
}

function StepList() {
  const { t } = useTranslation();
  const app = useApp();
  const step = useImports((state) => state.step);
  const reachable = useReachable();
  return (
    <ol className="wizard-steps">
      {wizardSteps.map((each, index) => (
        <li key={each}>
          <button
            type="button"
            className={`wizard-step ${each === step ? 'wizard-step-now' : ''}`}
            aria-current={each === step ? 'step' : undefined}
            disabled={!reachable.has(each) && each !== step}
            onClick={() => goToStep(app, each)}
          >
            <span className="wizard-step-number">{index + 1}</span>
            {t(`import.steps.${each}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}

function WizardFooter() {
  const { t } = useTranslation();
  const app = useApp();
  const step = useImports((state) => state.step);
  const settled = useImports((state) => state.settled);
  const reachable = useReachable();
  const lacksName = useImports(lacksCountyName);
  if (step === 'result')
    return (
      <Button type="primary" onClick={() => closeWizard(app)}>
        {t('import.finish')}
      </Button>
    );
  const at = wizardSteps.indexOf(step);
  const previous = wizardSteps[at - 1];
  const next = wizardSteps[at + 1];
  const undoLabel = settled.past.length > 0 ? settled.present.label : null;
  const redoLabel = settled.future[0]?.label ?? null;
  const undoText = undoLabel
    ? t('header.undoWhat', { what: t(`import.settled.${undoLabel}`) })
    : t('header.undo');
  const redoText = redoLabel
    ? t('header.redoWhat', { what: t(`import.settled.${redoLabel}`) })
    : t('header.redo');
  return (
    <div className="wizard-footer">
      <Tooltip title={undoText}>
        <Button
          icon={<UndoOutlined />}
          aria-label={undoText}
          disabled={!undoLabel}
          onClick={() => undoSettled(app)}
        />
      </Tooltip>
      <Tooltip title={redoText}>
        <Button
          icon={<RedoOutlined />}
          aria-label={redoText}
          disabled={!redoLabel}
          onClick={() => redoSettled(app)}
        />
      </Tooltip>
      <span className="header-space" />
      {previous ? <Button onClick={() => goToStep(app, previous)}>{t('import.back')}</Button> : null}
      {step === 'check' ? (
        <ApplyButton />
      ) : next ? (
        <Button
          type="primary"
          disabled={!reachable.has(next) || lacksName}
          onClick={() => goToStep(app, next)}
        >
          {t('import.next')}
        </Button>
      ) : null}
    </div>
  );
}
