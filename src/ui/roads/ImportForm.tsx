import { Alert, Button, Checkbox, Progress, Select } from 'antd';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countyMeridianDeg } from '../../core/io/gaussKruger.ts';
import { type CoordinateSystem, coordinateSystems } from '../../core/io/roads/coordinateSystem.ts';
import { middleLonDeg } from '../../core/model/county.ts';
import { cancelImport, importRoads } from '../../state/commands/importRoads.ts';
import type { RoadImportState } from '../../state/roads.ts';
import { useApp, useDocument, useRoads } from '../AppContext.tsx';
import { InboxOutlined } from '../icons.tsx';
import { MeridianField } from '../MeridianField.tsx';
import { NumberInput } from '../NumberInput.tsx';
import { Field } from '../parameters/Field.tsx';

const usualMarginKm = 20;

/** The central meridian of metres, that of the county's zone until another is given. */
function RoadMeridian() {
  const { t } = useTranslation();
  const app = useApp();
  const { choice } = useRoads();
  const boundary = useDocument()?.county.boundary;
  const usualDeg = boundary ? countyMeridianDeg(middleLonDeg(boundary)) : null;
  return (
    <MeridianField
      valueDeg={choice.meridianDeg ?? usualDeg}
      hint={t('roads.import.meridianHint')}
      onChange={(meridianDeg) => app.roads.choose({ meridianDeg })}
    />
  );
}

/** Choosing road files and how to read them. */
export function ImportForm({ imported }: { readonly imported: RoadImportState }) {
  const { t } = useTranslation();
  const app = useApp();
  const { choice } = useRoads();
  const chosen = useRef<HTMLInputElement>(null);
  const marginId = useId();
  const [isOver, setOver] = useState(false);
  const read = (list: FileList | null): void => {
    const files = [...(list ?? [])];
    if (files.length > 0) void importRoads(app, files);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    read(event.dataTransfer.files);
  };
  if (imported.status === 'running') {
    const percent = Math.round(imported.doneShare * 100);
    return (
      <section className="roads-section">
        <h3>{t('roads.import.title')}</h3>
        <p role="status">{t('roads.import.running', { files: imported.fileNames.join('、') })}</p>
        <Progress percent={percent} size="small" status="active" aria-label={t('roads.import.title')} />
        <Button danger onClick={cancelImport}>
          {t('roads.import.cancel')}
        </Button>
      </section>
    );
  }
  return (
    <section className="roads-section">
      <h3>{t('roads.import.title')}</h3>
      {imported.status === 'failed' ? <Alert type="error" showIcon title={t('roads.import.failed')} /> : null}
      <button
        type="button"
        className={`drop-area ${isOver ? 'drop-area-over' : ''}`}
        onClick={() => chosen.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <InboxOutlined />
        <strong>{t('roads.import.drop')}</strong>
        <span>{t('roads.import.formats')}</span>
      </button>
      <input
        ref={chosen}
        type="file"
        multiple
        hidden
        aria-label={t('roads.import.drop')}
        onChange={(event) => {
          read(event.target.files);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <Field label={t('roads.import.coordinateSystem')}>
        <Select<CoordinateSystem>
          className="wide"
          aria-label={t('roads.import.coordinateSystem')}
          value={choice.coordinateSystem}
          options={coordinateSystems.map((system) => ({
            value: system,
            label: t(`roads.import.systems.${system}`),
          }))}
          onChange={(coordinateSystem) => app.roads.choose({ coordinateSystem })}
        />
      </Field>
      {choice.coordinateSystem === 'gauss' ? <RoadMeridian /> : null}
      <div className="field">
        <Checkbox
          checked={choice.clipMarginKm !== null}
          onChange={(event) =>
            app.roads.choose({ clipMarginKm: event.target.checked ? usualMarginKm : null })
          }
        >
          {t('roads.import.clip')}
        </Checkbox>
        {choice.clipMarginKm === null ? null : (
          <div className="field-row">
            <label htmlFor={marginId}>{t('roads.import.marginKm')}</label>
            <NumberInput
              id={marginId}
              min={0}
              max={200}
              value={choice.clipMarginKm}
              onChange={(km) => km !== null && app.roads.choose({ clipMarginKm: km })}
            />
          </div>
        )}
      </div>
    </section>
  );
}
