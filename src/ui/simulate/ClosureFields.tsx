import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { asId, type LineId, type StationId } from '../../core/model/ids.ts';
import type { Closure } from '../../core/model/simulation.ts';
import { editChoices } from '../../state/commands/simulate.ts';
import { useApp, useShownResult } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { DeleteOutlined, PlusOutlined } from '../icons.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import type { ScenarioChoicesProps } from './SimulatePane.tsx';

const allLines = 'line/';
const keyOf = (closure: Closure): string =>
  closure.kind === 'line' ? `line/${closure.lineId ?? ''}` : `station/${closure.stationId ?? ''}`;

function withTarget(closure: Closure, target: string): Closure {
  const { fromDay, toDay } = closure;
  const at = target.indexOf('/');
  const id = target.slice(at + 1);
  return target.startsWith('line/')
    ? { kind: 'line', lineId: id === '' ? null : asId<LineId>(id), fromDay, toDay }
    : { kind: 'station', stationId: asId<StationId>(id), fromDay, toDay };
}

/** Lines and stations shut on days the person names: a landslide, a station being rebuilt. Days count from 1. */
export function ClosureFields({ scenario, choices }: ScenarioChoicesProps) {
  const { t } = useTranslation();
  const app = useApp();
  const { report } = useShownResult();
  const { closures, days } = choices.settings;
  const change = (next: readonly Closure[], key: string): void =>
    editChoices(app, key, (before) => ({ ...before, settings: { ...before.settings, closures: next } }));
  const replace = (index: number, closure: Closure): void =>
    change(
      closures.map((each, at) => (at === index ? closure : each)),
      `closure/${index}`,
    );
  const options = [
    {
      label: t('simulate.closures.lines'),
      options: [
        { value: allLines, label: t('simulate.closures.allLines') },
        ...(report?.plan.lines ?? []).map((line, index) => ({
          value: `line/${line.id}`,
          label: t('simulate.closures.line', { number: index + 1 }),
        })),
      ],
    },
    {
      label: t('simulate.closures.stations'),
      options: scenario.stations.map((station) => ({
        value: `station/${station.id}`,
        label: shortPlaceName(station.name),
      })),
    },
  ];
  return (
    <section className="simulate-section">
      <h3>{t('simulate.closures.title')}</h3>
      <p className="hint">{t('simulate.closures.hint')}</p>
      {closures.map((closure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: closures have no other identity
        <div key={index} className="simulate-closure">
          <Select
            className="wide"
            aria-label={t('simulate.closures.what')}
            showSearch={{ optionFilterProp: 'label' }}
            value={keyOf(closure)}
            options={options}
            onChange={(target) => replace(index, withTarget(closure, target))}
          />
          <span className="simulate-closure-days">
            {t('simulate.closures.from')}
            <NumberField
              aria-label={t('simulate.closures.from')}
              min={1}
              max={days}
              precision={0}
              value={closure.fromDay + 1}
              onCommit={(day) =>
                replace(index, { ...closure, fromDay: day - 1, toDay: Math.max(day - 1, closure.toDay) })
              }
            />
            {t('simulate.closures.to')}
            <NumberField
              aria-label={t('simulate.closures.to')}
              min={closure.fromDay + 1}
              max={days}
              precision={0}
              value={closure.toDay + 1}
              onCommit={(day) => replace(index, { ...closure, toDay: day - 1 })}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('simulate.closures.remove')}
              onClick={() =>
                change(
                  closures.filter((_, at) => at !== index),
                  `remove/${index}/${closures.length}`,
                )
              }
            />
          </span>
        </div>
      ))}
      <Button
        block
        icon={<PlusOutlined />}
        onClick={() =>
          change(
            [...closures, { kind: 'line', lineId: null, fromDay: 0, toDay: 0 }],
            `add/${closures.length}`,
          )
        }
      >
        {t('simulate.closures.add')}
      </Button>
    </section>
  );
}
