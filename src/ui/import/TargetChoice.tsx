import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportTarget, PointsView } from '../../../workers/tableProtocol.ts';
import type { LonLat } from '../../core/geo.ts';
import type { Terrain } from '../../core/model/scenario.ts';
import { chooseTarget } from '../../state/commands/importTables.ts';
import { settledNow } from '../../state/imports.ts';
import { useApp, useDocument, useImports, useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { readLonLat } from '../grids/readLonLat.ts';

/** Into the county on the screen, or a county of its own. */
export function TargetChoice() {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const county = useDocument()?.county;
  const target = useImports((state) => settledNow(state).target);
  return (
    <fieldset className="target-choice">
      <legend>{t('import.target.title')}</legend>
      <Radio.Group
        value={target.kind}
        onChange={(event) =>
          chooseTarget(
            app,
            event.target.value === 'county'
              ? { kind: 'county', isRosterComplete: false }
              : { kind: 'newCounty', countyName: '', terrain: county?.terrain ?? 'hills', depot: null },
          )
        }
      >
        <Radio value="county">
          {t('import.target.county', { county: county ? nameIn(county.name, language) : '' })}
        </Radio>
        <Radio value="newCounty">{t('import.target.newCounty')}</Radio>
      </Radio.Group>
      <p className="hint">{t(`import.target.${target.kind}Hint`)}</p>
      {target.kind === 'newCounty' ? (
        <NewCountyFields target={target} />
      ) : (
        <Checkbox
          checked={target.isRosterComplete}
          onChange={(event) => chooseTarget(app, { ...target, isRosterComplete: event.target.checked })}
        >
          {t('import.target.isComplete')}
        </Checkbox>
      )}
    </fieldset>
  );
}

type NewCounty = Extract<ImportTarget, { kind: 'newCounty' }>;

function NewCountyFields({ target }: { readonly target: NewCounty }) {
  const { t } = useTranslation();
  const app = useApp();
  const terrainId = useId();
  return (
    <div className="new-county">
      <CountyNameField target={target} />
      <label htmlFor={terrainId}>{t('import.target.terrain')}</label>
      <Select<Terrain>
        id={terrainId}
        value={target.terrain}
        options={(['plain', 'hills', 'mountain'] as const).map((terrain) => ({
          value: terrain,
          label: t(`import.target.terrains.${terrain}`),
        }))}
        onChange={(terrain) => chooseTarget(app, { ...target, terrain })}
      />
      <DepotField target={target} />
    </div>
  );
}

/** The new county's name: as typed, else as the tables, their titles or file names say; a county without one is not made. */
export function CountyNameField({ target }: { readonly target: NewCounty }) {
  const { t } = useTranslation();
  const app = useApp();
  const id = useId();
  const found = useImports(({ checked }) => (checked?.isListed ? checked.countyName : null));
  const isMissing = found === '';
  return (
    <>
      <label htmlFor={id}>{t('import.target.name')}</label>
      <span className="depot-field">
        <Input
          id={id}
          defaultValue={target.countyName}
          status={isMissing ? 'error' : ''}
          placeholder={found || t('import.target.namePlaceholder')}
          onBlur={(event) => {
            const countyName = event.target.value.trim();
            if (countyName !== target.countyName) chooseTarget(app, { ...target, countyName });
          }}
          data-county-name
        />
        {isMissing ? <span role="alert">{t('import.target.nameMissing')}</span> : null}
      </span>
    </>
  );
}

/** The county centre, for tables that do not list it. */
export function DepotField({ target }: { readonly target: NewCounty }) {
  const { t } = useTranslation();
  const app = useApp();
  const id = useId();
  const points = useImports((state) => state.checked?.points ?? null);
  const [text, setText] = useState(target.depot ? target.depot.join(', ') : '');
  const isWrong = text.trim() !== '' && readLonLat(text) === null;
  const commit = (written: string): void => {
    const depot = written.trim() === '' ? null : readLonLat(written);
    if (written.trim() !== '' && depot === null) return;
    if (String(depot) !== String(target.depot)) chooseTarget(app, { ...target, depot });
  };
  return (
    <>
      <label htmlFor={id}>{t('import.target.depot')}</label>
      <span className="depot-field">
        <Input
          id={id}
          value={text}
          status={isWrong ? 'error' : ''}
          placeholder={t('import.target.depotPlaceholder')}
          onChange={(event) => setText(event.target.value)}
          onBlur={(event) => commit(event.target.value)}
        />
        {points ? (
          <Button
            onClick={() => {
              const middle = middleOf(points);
              setText(middle.join(', '));
              chooseTarget(app, { ...target, depot: middle });
            }}
          >
            {t('import.target.middle')}
          </Button>
        ) : null}
        {isWrong ? <span role="alert">{t('import.target.depotWrong')}</span> : null}
      </span>
    </>
  );
}

/** The point with the middle longitude and the middle latitude of all. */
function middleOf({ lonLat }: PointsView): LonLat {
  const axis = (offset: number): number => {
    const values = [...lonLat].filter((_value, index) => index % 2 === offset).sort((a, b) => a - b);
    return Number((values[values.length >> 1] ?? 0).toFixed(5));
  };
  return [axis(0), axis(1)];
}
