import { Button, type ButtonProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { editScenario } from '../../state/commands/editScenario.ts';
import { setTodaysPlan } from '../../state/edits/networkRules.ts';
import { useApp, useShownResult } from '../AppContext.tsx';

/** The lines on the screen become today's, once they are final and of the scenario as it is. */
export function TakeForToday(props: Pick<ButtonProps, 'size'>) {
  const { t } = useTranslation();
  const app = useApp();
  const { report, isStale, isPreliminary } = useShownResult();
  const plan = isStale || isPreliminary ? null : (report?.plan ?? null);
  return (
    <Button
      {...props}
      disabled={!plan}
      onClick={() => editScenario(app, 'stability', 'today', (before) => setTodaysPlan(before, plan))}
    >
      {t('levels.rules.stability.setToday')}
    </Button>
  );
}
