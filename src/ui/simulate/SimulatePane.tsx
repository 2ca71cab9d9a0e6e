import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '../../core/model/scenario.ts';
import { editChoices } from '../../state/commands/simulate.ts';
import type { SimulationChoices } from '../../state/simulationChoices.ts';
import { useApp, useScenario } from '../AppContext.tsx';
import { Field } from '../parameters/Field.tsx';
import { RoomPane } from '../RoomPane.tsx';
import { ChanceFields } from './ChanceFields.tsx';
import { ClosureFields } from './ClosureFields.tsx';
import { HolidayFields } from './HolidayFields.tsx';
import { HorizonFields } from './HorizonFields.tsx';
import { OptionFields } from './OptionFields.tsx';
import { PeakFields } from './PeakFields.tsx';
import { RunSimulation } from './RunSimulation.tsx';
import { useChoices } from './useSimulation.ts';

/** What is simulated: how long, in which season, with which trouble. */
export function SimulatePane() {
  const { t } = useTranslation();
  const scenario = useScenario();
  const choices = useChoices();
  return (
    <RoomPane title={t('simulate.title')}>
      {scenario && choices ? (
        <>
          <div className="room-body simulate-body">
            <p className="hint">{t('simulate.hint')}</p>
            <HorizonFields choices={choices} />
            <PeakFields scenario={scenario} choices={choices} />
            <ChanceSwitch choices={choices} />
            {choices.hasChance ? (
              <>
                <ChanceFields choices={choices} />
                <ClosureFields scenario={scenario} choices={choices} />
                <HolidayFields choices={choices} />
              </>
            ) : null}
            <OptionFields scenario={scenario} choices={choices} />
          </div>
          <RunSimulation />
        </>
      ) : null}
    </RoomPane>
  );
}

export interface ChoicesProps {
  readonly choices: SimulationChoices;
}
export interface ScenarioChoicesProps extends ChoicesProps {
  readonly scenario: Scenario;
}

function ChanceSwitch({ choices }: ChoicesProps) {
  const { t } = useTranslation();
  const app = useApp();
  const label = t('simulate.chance.on');
  return (
    <Field
      label={t('simulate.chance.title')}
      {...(choices.hasChance ? {} : { hint: t('simulate.chance.offHint') })}
    >
      <span className="simulate-switch">
        <Switch
          size="small"
          checked={choices.hasChance}
          aria-label={label}
          onChange={(hasChance) => editChoices(app, 'chance', (before) => ({ ...before, hasChance }))}
        />
        {choices.hasChance ? label : t('simulate.chance.off')}
      </span>
    </Field>
  );
}
