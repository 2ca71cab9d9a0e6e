import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VehicleTypeId } from '../../core/model/ids.ts';
import type { ForbiddenRoads } from '../../core/model/lineRules.ts';
import { type RoadClass, roadClasses, type Scenario } from '../../core/model/scenario.ts';
import { changeLineRule } from '../../state/commands/lineRules.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { RuleSwitch } from './RuleSwitch.tsx';

/** Where lines start and end, and which roads a vehicle type may not use. */
export function RoadRules({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  const app = useApp();
  const rules = scenario.policy.lineRules ?? {};
  return (
    <>
      <RuleSwitch
        label={t('solve.rules.startsAtVillage')}
        hint={t('solve.rules.startsAtVillageHint')}
        isOn={rules.startsAtVillage === true}
        onSwitch={(isOn) => changeLineRule(app, 'startsAtVillage', isOn || undefined)}
      />
      <RuleSwitch
        label={t('solve.rules.endsAtVillage')}
        hint={t(rules.startsAtVillage ? 'solve.rules.endsAtVillageIdle' : 'solve.rules.endsAtVillageHint')}
        isOn={rules.endsAtVillage === true}
        onSwitch={(isOn) => changeLineRule(app, 'endsAtVillage', isOn || undefined)}
      />
      <RuleSwitch
        label={t('solve.rules.forbidden')}
        hint={t('solve.rules.forbiddenHint')}
        isOn={rules.forbiddenRoads !== undefined}
        onSwitch={(isOn) => changeLineRule(app, 'forbiddenRoads', isOn ? [] : undefined)}
      >
        <ul className="forbidden-roads">
          {scenario.vehicleTypes.map((type) => (
            <ForbiddenField
              key={type.id}
              vehicleTypeId={type.id}
              nameWords={type.name}
              forbidden={rules.forbiddenRoads ?? []}
            />
          ))}
        </ul>
      </RuleSwitch>
    </>
  );
}

interface ForbiddenFieldProps {
  readonly vehicleTypeId: VehicleTypeId;
  readonly nameWords: Scenario['vehicleTypes'][number]['name'];
  readonly forbidden: readonly ForbiddenRoads[];
}

function ForbiddenField({ vehicleTypeId, nameWords, forbidden }: ForbiddenFieldProps) {
  const { t } = useTranslation();
  const app = useApp();
  const name = nameIn(nameWords, useLanguage());
  const own = forbidden.find((each) => each.vehicleTypeId === vehicleTypeId)?.roadClasses ?? [];
  const set = (classes: readonly RoadClass[]): void => {
    const others = forbidden.filter((each) => each.vehicleTypeId !== vehicleTypeId);
    changeLineRule(
      app,
      'forbiddenRoads',
      classes.length === 0 ? others : [...others, { vehicleTypeId, roadClasses: classes }],
    );
  };
  return (
    <li>
      <span>{name}</span>
      <Select<RoadClass[]>
        mode="multiple"
        aria-label={t('solve.rules.forbiddenOf', { name })}
        placeholder={t('solve.rules.forbiddenNone')}
        value={[...own]}
        options={roadClasses.map((value) => ({ value, label: t(`roads.classes.${value}`) }))}
        onChange={set}
      />
    </li>
  );
}
